// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateCockroachdbV1Metadata {
  /** Default: `20s`. Also: `timeoutInSeconds`. */
  readonly timeout?: Span;
  /** Default: `state`. */
  readonly tableName?: Text;
  /** Default: `dapr_metadata`. */
  readonly metadataTableName?: Text;
  /** Default: `1h`. Also: `cleanupIntervalInSeconds`. */
  readonly cleanupInterval?: Span;
  /** Example: `5m`. */
  readonly connectionMaxIdleTime?: Span;
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
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly hostaddr?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly port?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly database?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly user?: Text;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly password?: Secret;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly sslRootCert?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly maxConns?: Count;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly useAzureAD?: Switch;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly useAWSIAM?: Switch;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly queryExecMode?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly AWSRegion?: Text;
  /** Also: `awsRegion`. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly region?: Text;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly AWSAccessKey?: Secret;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly AccessKey?: Secret;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly AWSSecretKey?: Secret;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly SecretKey?: Secret;
  /** Secret. Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly sessionToken?: Secret;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly assumeRoleArn?: Text;
  /** Source: components-contrib common/authentication/postgresql/metadata.go. */
  readonly sessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly trustAnchorArn?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly trustProfileArn?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly endpoint?: Text;
  /** Also: `spnCertificate`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureCertificate?: Text;
  /** Also: `spnCertificateFile`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureCertificateFile?: Text;
  /** Also: `spnCertificatePassword`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureCertificatePassword?: Text;
  /** Also: `spnClientId`, `clientId`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureClientId?: Text;
  /** Also: `spnClientSecret`, `clientSecret`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureClientSecret?: Text;
  /** Also: `spnTenantId`, `tenantId`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureTenantId?: Text;
  /** Also: `azureCloud`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureEnvironment?: Text;
  /** Also: `azureADAuthMethods`, `entraIDAuthMethods`, `microsoftEntraIDAuthMethods`. Source: components-contrib common/authentication/azure/metadata-properties.go. */
  readonly azureAuthMethods?: Text;
}

export type StateCockroachdbV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
    }
  /** Host, user and password as fields. */
  | {
      readonly profile: "host";
      /** Required. */
      readonly host: Text;
    };

/** CockroachDB: `state.cockroachdb` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cockroachdb/ */
export interface StateCockroachdbV1 extends ComponentOptions {
  readonly metadata?: StateCockroachdbV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateCockroachdbV1Authentication;
}
