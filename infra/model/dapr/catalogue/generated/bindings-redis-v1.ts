// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsRedisV1Metadata {
  /** Required. Example: `redis-master.default.svc.cluster.local:6379`. */
  readonly redisHost: Text;
  /** Example: `6379`. */
  readonly redisPort?: Count;
  /** Default: `false`. */
  readonly enableTLS?: Switch;
  /** Default: `false`. */
  readonly insecureSkipTLSVerify?: Switch;
  readonly clientCert?: Text;
  /** Secret. */
  readonly clientKey?: Secret;
  /** Default: `3`. */
  readonly redisMaxRetries?: Count;
  /** Default: `8ms`. */
  readonly redisMinRetryInterval?: Span;
  /** Default: `512ms`. */
  readonly redisMaxRetryInterval?: Span;
  /** Default: `false`. */
  readonly failover?: Switch;
  /** Example: `mymaster`. */
  readonly sentinelMasterName?: Text;
  /** Default: `0`. */
  readonly redisDB?: Count;
  /** Default: `node`. */
  readonly redisType?: Choice<"node" | "cluster">;
  /** Default: `5s`. */
  readonly dialTimeout?: Span;
  /** Default: `3s`. */
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
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetryInterval` */
  readonly maxRetryBackoff?: Count;
  /** Source: components-contrib common/component/redis/redis.go. @deprecated use `redisMaxRetries` */
  readonly maxRetries?: Count;
  /** Source: components-contrib common/component/redis/redis.go. */
  readonly processingTimeout?: Text;
  /** Source: components-contrib common/component/redis/redis.go. */
  readonly redeliverInterval?: Text;
}

export type BindingsRedisV1Authentication =
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

/** Redis: `bindings.redis` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/redis/ */
export interface BindingsRedisV1 extends ComponentOptions {
  readonly metadata: BindingsRedisV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsRedisV1Authentication;
}
