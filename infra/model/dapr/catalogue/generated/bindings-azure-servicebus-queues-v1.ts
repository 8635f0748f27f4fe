// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsAzureServicebusQueuesV1Metadata {
  /** Required. Example: `queuename`. Also: `queue`, `storageAccountQueue`. */
  readonly queueName: Text;
  /** Direction: output. Example: `86400`. */
  readonly ttlInSeconds?: Count;
  /** Direction: input. Default: `10`. */
  readonly maxRetriableErrorsPerSec?: Count;
  /** Default: `2`. */
  readonly minConnectionRecoveryInSec?: Count;
  /** Default: `300`. */
  readonly maxConnectionRecoveryInSec?: Count;
  /** Direction: input. Default: `1`. */
  readonly maxActiveMessages?: Count;
  /** Direction: input. Default: `1`. */
  readonly maxConcurrentHandlers?: Count;
  /** Direction: input. Default: `20`. */
  readonly lockRenewalInSec?: Count;
  /** Default: `60`. */
  readonly timeoutInSec?: Count;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
  /** Example: `30`. */
  readonly lockDurationInSec?: Count;
  /** Default: `0`. */
  readonly autoDeleteOnIdleInSec?: Count;
  /** Example: `10`. */
  readonly defaultMessageTimeToLiveInSec?: Count;
  /** Example: `10`. */
  readonly maxDeliveryCount?: Count;
  /** Default: `0`. */
  readonly handlerTimeoutInSec?: Count;
  /** Direction: output. Default: `5`. */
  readonly publishMaxRetries?: Count;
  /** Direction: output. Default: `500`. */
  readonly publishInitialRetryIntervalInMs?: Count;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib common/component/azure/servicebus/metadata.go. */
  readonly consumerID?: Text;
  /** Source: components-contrib common/component/azure/servicebus/metadata.go. @deprecated use `publishInitialRetryIntervalInMs` */
  readonly publishInitialRetryInternalInMs?: Count;
}

export type BindingsAzureServicebusQueuesV1Authentication =
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

/** Azure Service Bus Queues: `bindings.azure.servicebus.queues` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/servicebusqueues/ */
export interface BindingsAzureServicebusQueuesV1 extends ComponentOptions {
  readonly metadata: BindingsAzureServicebusQueuesV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsAzureServicebusQueuesV1Authentication;
}
