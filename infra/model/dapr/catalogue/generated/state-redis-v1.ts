// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface StateRedisV1Metadata {
  /** Required. Example: `redis-master.default.svc.cluster.local:6379`. */
  readonly redisHost: Text;
  /** Example: `6379`. */
  readonly redisPort?: Count;
  /** Example: `false`. */
  readonly enableTLS?: Switch;
  /** Default: `false`. */
  readonly insecureSkipTLSVerify?: Switch;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
  /** Default: `false`. */
  readonly failover?: Switch;
  /** Example: `mymaster`. */
  readonly sentinelMasterName?: Text;
  /** Example: `30s`. */
  readonly redeliverInterval?: Span;
  /** Example: `30s`. */
  readonly processingTimeout?: Span;
  /** Default: `node`. */
  readonly redisType?: Choice<"node" | "cluster">;
  /** Example: `0`. */
  readonly redisDB?: Count;
  /** Default: `3`. */
  readonly redisMaxRetries?: Count;
  /** Default: `2s`. */
  readonly redisMinRetryInterval?: Span;
  /** Example: `5s`. */
  readonly redisMaxRetryInterval?: Span;
  /** Example: `5s`. */
  readonly dialTimeout?: Span;
  /** Example: `3s`. */
  readonly readTimeout?: Span;
  /** Example: `3s`. */
  readonly writeTimeout?: Span;
  /** Example: `20`. */
  readonly poolSize?: Count;
  /** Example: `5s`. */
  readonly poolTimeout?: Span;
  /** Example: `30m`. */
  readonly maxConnAge?: Span;
  /** Example: `2`. */
  readonly minIdleConns?: Count;
  /** Example: `-1`. */
  readonly idleCheckFrequency?: Span;
  /** Example: `10m`. */
  readonly idleTimeout?: Span;
  /** Example: `600`. */
  readonly ttlInSeconds?: Count;
  /** Example: `see Querying JSON objects`. */
  readonly queryIndexes?: Text;
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
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetryInterval` */
  readonly maxRetryBackoff?: Count;
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetries` */
  readonly maxRetries?: Count;
}

export type StateRedisV1Authentication =
  /** Username and password. */
  | {
      readonly profile: "password";
      /** Example: `my-username`. */
      readonly redisUsername?: Text;
      /** Secret. */
      readonly redisPassword?: Secret;
      /** Example: `my-sentinel-username`. */
      readonly sentinelUsername?: Text;
      /** Secret. */
      readonly sentinelPassword?: Secret;
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

/** Redis: `state.redis` v1, stable. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-redis/ */
export interface StateRedisV1 extends ComponentOptions {
  readonly metadata: StateRedisV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateRedisV1Authentication;
}
