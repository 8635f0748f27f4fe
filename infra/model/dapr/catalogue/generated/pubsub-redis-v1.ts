// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface PubsubRedisV1Metadata {
  /** Required. Example: `redis-master.default.svc.cluster.local:6379`. */
  readonly redisHost: Text;
  /** Example: `6379`. */
  readonly redisPort?: Count;
  /** Example: `myGroup`. */
  readonly consumerID?: Text;
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  /** Default: `false`. */
  readonly insecureSkipTLSVerify?: Switch;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
  /** Default: `60s`. */
  readonly redeliverInterval?: Span;
  /** Default: `15s`. */
  readonly processingTimeout?: Span;
  /** Default: `100`. */
  readonly queueDepth?: Count;
  /** Default: `10`. */
  readonly concurrency?: Count;
  /** Default: `node`. */
  readonly redisType?: Text;
  /** Default: `0`. */
  readonly redisDB?: Count;
  /** Example: `5`. */
  readonly redisMaxRetries?: Count;
  /** Default: `8ms`. */
  readonly redisMinRetryInterval?: Span;
  /** Default: `512ms`. */
  readonly redisMaxRetryInterval?: Span;
  /** Default: `5s`. */
  readonly dialTimeout?: Span;
  /** Default: `3`. */
  readonly readTimeout?: Span;
  /** Example: `3s`. */
  readonly writeTimeout?: Span;
  /** Example: `20`. */
  readonly poolSize?: Count;
  /** Example: `5s`. */
  readonly poolTimeout?: Span;
  /** Example: `30m`. */
  readonly maxConnAge?: Span;
  /** Default: `0`. */
  readonly minIdleConns?: Count;
  /** Default: `1m`. */
  readonly idleCheckFrequency?: Span;
  /** Default: `5m`. */
  readonly idleTimeout?: Span;
  /** Default: `false`. */
  readonly failover?: Switch;
  /** Example: `mymaster`. */
  readonly sentinelMasterName?: Text;
  /** Example: `10000`. */
  readonly maxLenApprox?: Count;
  /** Example: `30d`. */
  readonly streamTTL?: Span;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetryInterval` */
  readonly maxRetryBackoff?: Count;
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetries` */
  readonly maxRetries?: Count;
}

export type PubsubRedisV1Authentication =
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

/** Redis: `pubsub.redis` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-redis-pubsub/ */
export interface PubsubRedisV1 extends ComponentOptions {
  readonly metadata: PubsubRedisV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubRedisV1Authentication;
}
