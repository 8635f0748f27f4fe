// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsAzureEventhubsV1Metadata {
  /** Direction: input. Example: `group1`. */
  readonly consumerID?: Text;
  /** Direction: input. Example: `group1`. @deprecated use `consumerID` */
  readonly consumerGroup?: Text;
  /** Direction: input. Example: `112233445566778899`. Also: `accountKey`, `accessKey`, `storageAccessKey`. */
  readonly storageAccountKey?: Text;
  /** Direction: input. Example: `BlobEndpoint=https://storagesample.blob.core.windows.net;...`. */
  readonly storageConnectionString?: Text;
  /** Direction: input. Example: `myeventhubstorage`. Also: `accountName`, `storageAccount`. */
  readonly storageAccountName?: Text;
  /** Direction: input. Example: `myeventhubstoragecontainer`. */
  readonly storageContainerName?: Text;
  /** Direction: input. Default: `false`. */
  readonly getAllMessageProperties?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. */
  readonly decodeBase64?: Switch;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. */
  readonly disableEntityManagement?: Switch;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. */
  readonly getBlobRetryCount?: Text;
}

export type BindingsAzureEventhubsV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
      /** Example: `mytopic`. */
      readonly eventHub?: Text;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `namespace`. */
      readonly eventHubNamespace: Text;
      /** Required. Example: `mytopic`. */
      readonly eventHub: Text;
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Direction: input. Example: `00112233-4455-6677-8899-aabbccddeeff`. */
      readonly subscriptionId?: Text;
      /** Default: `1`. */
      readonly messageRetentionInDays?: Count;
      /** Default: `1`. */
      readonly partitionCount?: Count;
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
      /** Required. Example: `namespace`. */
      readonly eventHubNamespace: Text;
      /** Required. Example: `mytopic`. */
      readonly eventHub: Text;
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Direction: input. Example: `00112233-4455-6677-8899-aabbccddeeff`. */
      readonly subscriptionId?: Text;
      /** Default: `1`. */
      readonly messageRetentionInDays?: Count;
      /** Default: `1`. */
      readonly partitionCount?: Count;
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
      /** Required. Example: `namespace`. */
      readonly eventHubNamespace: Text;
      /** Required. Example: `mytopic`. */
      readonly eventHub: Text;
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Direction: input. Example: `00112233-4455-6677-8899-aabbccddeeff`. */
      readonly subscriptionId?: Text;
      /** Default: `1`. */
      readonly messageRetentionInDays?: Count;
      /** Default: `1`. */
      readonly partitionCount?: Count;
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

/** Azure Event Hubs: `bindings.azure.eventhubs` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/eventhubs/ */
export interface BindingsAzureEventhubsV1 extends ComponentOptions {
  readonly metadata?: BindingsAzureEventhubsV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsAzureEventhubsV1Authentication;
}
