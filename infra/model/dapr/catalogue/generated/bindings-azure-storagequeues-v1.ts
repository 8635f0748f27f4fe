// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Span, Switch, Text } from "../component-values.ts";

export interface BindingsAzureStoragequeuesV1Metadata {
  /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
  readonly accountName: Text;
  /** Required. Example: `myqueue`. Also: `queue`, `storageAccountQueue`. */
  readonly queueName: Text;
  readonly queueEndpoint?: Text;
  /** Default: `10s`. */
  readonly pollingInterval?: Span;
  /** Direction: output. Default: `10m`. Also: `ttlInSeconds`. */
  readonly ttl?: Span;
  /** Direction: output. Default: `false`. */
  readonly decodeBase64?: Switch;
  /** Direction: output. Default: `false`. */
  readonly encodeBase64?: Switch;
  /** Direction: input. Default: `30s`. */
  readonly visibilityTimeout?: Span;
  /** Direction: output. Example: `30s`. */
  readonly initialVisibilityDelay?: Span;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAzureStoragequeuesV1Authentication =
  /** Account Key. */
  | {
      readonly profile: "account-key";
      /** Required. Secret. Also: `accessKey`, `storageAccessKey`, `storageAccountKey`. */
      readonly accountKey: Secret;
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

/** Azure Storage Queues: `bindings.azure.storagequeues` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/storagequeues/ */
export interface BindingsAzureStoragequeuesV1 extends ComponentOptions {
  readonly metadata: BindingsAzureStoragequeuesV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAzureStoragequeuesV1Authentication;
}
