// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubAzureServicebusTopicsV1Metadata {
  /** Default: `The ID of the app`. */
  readonly consumerID?: Text;
  /** Default: `10`. */
  readonly maxRetriableErrorsPerSec?: Count;
  /** Default: `2`. */
  readonly minConnectionRecoveryInSec?: Count;
  /** Default: `300`. */
  readonly maxConnectionRecoveryInSec?: Count;
  /** Default: `1000`. */
  readonly maxActiveMessages?: Count;
  /** Default: `0`. */
  readonly maxConcurrentHandlers?: Count;
  /** Default: `20`. */
  readonly lockRenewalInSec?: Count;
  /** Default: `60`. */
  readonly timeoutInSec?: Count;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
  /** Example: `5`. */
  readonly lockDurationInSec?: Count;
  /** Default: `0`. */
  readonly autoDeleteOnIdleInSec?: Count;
  /** Example: `10`. */
  readonly defaultMessageTimeToLiveInSec?: Count;
  /** Example: `10`. */
  readonly maxDeliveryCount?: Count;
  /** Default: `60`. */
  readonly handlerTimeoutInSec?: Count;
  /** Default: `5`. */
  readonly publishMaxRetries?: Count;
  /** Default: `500`. */
  readonly publishInitialRetryIntervalInMs?: Count;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib common/component/azure/servicebus/metadata.go. @deprecated use `publishInitialRetryIntervalInMs` */
  readonly publishInitialRetryInternalInMs?: Count;
}

export type PubsubAzureServicebusTopicsV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `namespace.servicebus.windows.net`. */
      readonly namespaceName: Text;
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
      /** Required. Example: `namespace.servicebus.windows.net`. */
      readonly namespaceName: Text;
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
      /** Required. Example: `namespace.servicebus.windows.net`. */
      readonly namespaceName: Text;
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

/** Azure Service Bus Topics: `pubsub.azure.servicebus.topics` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-servicebus-topics */
export interface PubsubAzureServicebusTopicsV1 extends ComponentOptions {
  readonly metadata?: PubsubAzureServicebusTopicsV1Metadata;
  /** Exactly one. */
  readonly authentication: PubsubAzureServicebusTopicsV1Authentication;
}
