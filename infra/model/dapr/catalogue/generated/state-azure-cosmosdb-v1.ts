// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateAzureCosmosdbV1Metadata {
  /** Required. Example: `https://******.documents.azure.com:443/`. */
  readonly url: Text;
  /** Required. Example: `db`. */
  readonly database: Text;
  /** Required. Example: `collection`. */
  readonly collection: Text;
  /** Default: `application/json`. */
  readonly contenttype?: Text;
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

export type StateAzureCosmosdbV1Authentication =
  /** Master key. */
  | {
      readonly profile: "master-key";
      /** Required. Secret. */
      readonly masterKey: Secret;
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

/** Azure Cosmos DB (SQL API): `state.azure.cosmosdb` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-azure-cosmosdb/ */
export interface StateAzureCosmosdbV1 extends ComponentOptions {
  readonly metadata: StateAzureCosmosdbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateAzureCosmosdbV1Authentication;
}
