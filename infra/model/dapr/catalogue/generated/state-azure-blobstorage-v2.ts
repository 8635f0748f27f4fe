// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface StateAzureBlobstorageV2Metadata {
  /** Required. Example: `container`. Also: `container`, `storageAccountContainer`. */
  readonly containerName: Text;
  /** Default: `none`. */
  readonly publicAccessLevel?: Choice<"none" | "blob" | "container">;
  /** Example: `http://127.0.0.1:10000`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
  readonly endpoint?: Text;
  /** Default: `3`. */
  readonly retryCount?: Count;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
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
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. @deprecated use `retryCount` */
  readonly getBlobRetryCount?: Count;
}

export type StateAzureBlobstorageV2Authentication =
  /** SPIFFE Authentication. */
  | {
      readonly profile: "spiffe";
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
      /** Required. Example: `00000000-0000-0000-0000-000000000000`. Also: `spnTenantId`. */
      readonly tenantId: Text;
      /** Required. Example: `00000000-0000-0000-0000-000000000000`. Also: `spnClientId`. */
      readonly clientId: Text;
    }
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    }
  /** Account Key. */
  | {
      readonly profile: "account-key";
      /** Required. Secret. Also: `accessKey`, `storageAccessKey`, `storageAccountKey`. */
      readonly accountKey: Secret;
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
      /** Also: `spnClientId`. */
      readonly azureClientId?: Text;
      /** Default: `AzurePublicCloud`. Also: `azureCloud`. */
      readonly azureEnvironment?: Choice<"AzurePublicCloud" | "AzureChinaCloud" | "AzureUSGovernmentCloud" | "AzurePublic" | "AzureChina" | "AzureUSGovernment">;
      /** Example: `WorkloadIdentity,ManagedIdentity`. Also: `azureADAuthMethods`, `entraIDAuthMethods`, `microsoftEntraIDAuthMethods`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
      readonly azureAuthMethods?: Text;
    }
  /** Microsoft Entra ID: client secret. */
  | {
      readonly profile: "azure-client-credentials";
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
      /** Required. Also: `spnTenantId`. */
      readonly azureTenantId: Text;
      /** Required. Also: `spnClientId`. */
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
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
      /** Required. Also: `spnTenantId`. */
      readonly azureTenantId: Text;
      /** Required. Also: `spnClientId`. */
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

/** Azure Blob Storage: `state.azure.blobstorage` v2, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-azure-blobstorage/ */
export interface StateAzureBlobstorageV2 extends ComponentOptions {
  readonly metadata: StateAzureBlobstorageV2Metadata;
  /** Exactly one. */
  readonly authentication: StateAzureBlobstorageV2Authentication;
}
