// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface LockRedisV1Metadata {
  /** Required. Example: `localhost:6379`. */
  readonly redisHost: Text;
  /** Example: `6379`. */
  readonly redisPort?: Count;
  /** Default: `node`. */
  readonly redisType?: Choice<"node" | "cluster" | "sentinel">;
  /** Default: `0`. */
  readonly redisDB?: Count;
  /** Default: `3`. */
  readonly redisMaxRetries?: Text;
  /** Default: `8ms`. */
  readonly redisMinRetryInterval?: Text;
  /** Default: `512ms`. */
  readonly redisMaxRetryInterval?: Span;
  /** Default: `5s`. */
  readonly dialTimeout?: Span;
  /** Default: `3s`. */
  readonly readTimeout?: Span;
  /** Default: `3s`. */
  readonly writeTimeout?: Span;
  /** Default: `10`. */
  readonly poolSize?: Count;
  /** Default: `4s`. */
  readonly poolTimeout?: Span;
  /** Default: `30m`. */
  readonly maxConnAge?: Span;
  /** Default: `0`. */
  readonly minIdleConns?: Count;
  /** Default: `5m`. */
  readonly idleTimeout?: Span;
  /** Default: `1m`. */
  readonly idleCheckFrequency?: Span;
  /** Default: `3`. @deprecated use `redisMaxRetries` */
  readonly maxRetries?: Count;
  /** Default: `2s`. @deprecated use `redisMaxRetryInterval` */
  readonly maxRetryBackoff?: Count;
  /** Default: `15s`. */
  readonly redeliverInterval?: Text;
  /** Default: `60s`. */
  readonly processingTimeout?: Text;
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  /** Default: `false`. */
  readonly insecureSkipTLSVerify?: Switch;
  /** Default: `false`. Also: `useAzureAD`. */
  readonly useEntraID?: Switch;
  /** Default: `false`. */
  readonly failover?: Switch;
  /** Example: `mymaster`. */
  readonly sentinelMasterName?: Text;
  /** Default: `appid`. Source: dapr pkg/components/lock/lock_config.go. */
  readonly keyPrefix?: Text;
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
  /** Example: `redis-user`. */
  readonly redisUsername?: Text;
  /** Secret. */
  readonly redisPassword?: Secret;
  /** Example: `sentinel-user`. */
  readonly sentinelUsername?: Text;
  /** Secret. */
  readonly sentinelPassword?: Secret;
  /** Secret. */
  readonly clientCert?: Secret;
  /** Secret. */
  readonly clientKey?: Secret;
}

/** Redis Distributed Lock: `lock.redis` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-locks/redis-lock/ */
export interface LockRedisV1 extends ComponentOptions {
  readonly metadata: LockRedisV1Metadata;
}
