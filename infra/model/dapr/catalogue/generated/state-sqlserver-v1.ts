// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateSqlserverV1Metadata {
  /** Default: `state`. */
  readonly tableName?: Text;
  /** Default: `dapr_metadata`. */
  readonly metadataTableName?: Text;
  /** Default: `dbo`. Also: `schema`. */
  readonly schemaName?: Text;
  /** Default: `string`. */
  readonly keyType?: Choice<"string" | "uuid" | "integer">;
  /** Default: `200`. */
  readonly keyLength?: Count;
  readonly indexedProperties?: Text;
  /** Default: `3600`. Also: `cleanupIntervalInSeconds`. */
  readonly cleanupInterval?: Span;
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
  /** Also: `database`. Source: components-contrib common/authentication/sqlserver/metadata.go. */
  readonly databaseName?: Text;
}

export type StateSqlserverV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
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
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
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
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
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

/** SQL Server: `state.sqlserver` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-sqlserver/ */
export interface StateSqlserverV1 extends ComponentOptions {
  readonly metadata?: StateSqlserverV1Metadata;
  /** Exactly one. */
  readonly authentication: StateSqlserverV1Authentication;
}
