// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateAzureTablestorageV1Metadata {
  /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
  readonly accountName: Text;
  /** Required. Example: `table`. Also: `table`, `storageAccountTable`. */
  readonly tableName: Text;
  /** Default: `false`. */
  readonly cosmosDbMode?: Switch;
  /** Example: `https://mystorageaccount.table.core.windows.net/`. */
  readonly serviceURL?: Text;
  /** Default: `false`. */
  readonly skipCreateTable?: Switch;
  /** Default: `appid`. Source: dapr pkg/components/state/state_config.go. */
  readonly keyPrefix?: Text;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly primaryEncryptionKey?: Secret;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly secondaryEncryptionKey?: Secret;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishPubsub?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishTopic?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPubsub?: Text;
  /** Default: `false`. Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxDiscardWhenMissingState?: Switch;
  /** Default: `false`. Source: dapr pkg/runtime/processor/state/state.go. */
  readonly actorStateStore?: Switch;
}

export type StateAzureTablestorageV1Authentication =
  /** Account Key. */
  | {
      readonly profile: "account-key";
      /** Required. Secret. Also: `accessKey`, `storageAccessKey`, `storageAccountKey`. */
      readonly accountKey: Secret;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Also: `spnClientId`, `clientId`. */
      readonly azureClientId?: Text;
      /** Default: `AzurePublicCloud`. Also: `azureCloud`. */
      readonly azureEnvironment?: Choice<"AzurePublicCloud" | "AzureChinaCloud" | "AzureUSGovernmentCloud" | "AzurePublic" | "AzureChina" | "AzureUSGovernment">;
      /** Example: `WorkloadIdentity,ManagedIdentity`. Also: `azureADAuthMethods`, `entraIDAuthMethods`, `microsoftEntraIDAuthMethods`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
      readonly azureAuthMethods?: Text;
    }
  /** Microsoft Entra ID: client secret. */
  | {
      readonly profile: "azure-client-credentials";
      /** Required. Also: `spnTenantId`, `tenantId`. */
      readonly azureTenantId: Text;
      /** Required. Also: `spnClientId`, `clientId`. */
      readonly azureClientId: Text;
      /** Required. Secret. Also: `spnClientSecret`, `clientSecret`. */
      readonly azureClientSecret: Secret;
      /** Default: `AzurePublicCloud`. Also: `azureCloud`. */
      readonly azureEnvironment?: Choice<"AzurePublicCloud" | "AzureChinaCloud" | "AzureUSGovernmentCloud" | "AzurePublic" | "AzureChina" | "AzureUSGovernment">;
      /** Example: `WorkloadIdentity,ManagedIdentity`. Also: `azureADAuthMethods`, `entraIDAuthMethods`, `microsoftEntraIDAuthMethods`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
      readonly azureAuthMethods?: Text;
    }
  /** Microsoft Entra ID: client certificate. */
  | {
      readonly profile: "azure-client-certificate";
      /** Required. Also: `spnTenantId`, `tenantId`. */
      readonly azureTenantId: Text;
      /** Required. Also: `spnClientId`, `clientId`. */
      readonly azureClientId: Text;
      /** Secret. Also: `spnCertificate`. */
      readonly azureCertificate?: Secret;
      /** Example: `/path/to/file.pem`. Also: `spnCertificateFile`. */
      readonly azureCertificateFile?: Text;
      /** Secret. Also: `spnCertificatePassword`. */
      readonly azureCertificatePassword?: Secret;
      /** Default: `AzurePublicCloud`. Also: `azureCloud`. */
      readonly azureEnvironment?: Choice<"AzurePublicCloud" | "AzureChinaCloud" | "AzureUSGovernmentCloud" | "AzurePublic" | "AzureChina" | "AzureUSGovernment">;
      /** Example: `WorkloadIdentity,ManagedIdentity`. Also: `azureADAuthMethods`, `entraIDAuthMethods`, `microsoftEntraIDAuthMethods`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
      readonly azureAuthMethods?: Text;
    };

/** Azure Table Storage: `state.azure.tablestorage` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-azure-tablestorage/ */
export interface StateAzureTablestorageV1 extends ComponentOptions {
  readonly metadata: StateAzureTablestorageV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateAzureTablestorageV1Authentication;
}
