// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubAzureEventhubsV1Metadata {
  /** Example: `112233445566778899`. Also: `accountKey`, `accessKey`, `storageAccessKey`. */
  readonly storageAccountKey?: Text;
  /** Example: `BlobEndpoint=https://storagesample.blob.core.windows.net;...`. */
  readonly storageConnectionString?: Text;
  /** Example: `myeventhubstorage`. Also: `accountName`, `storageAccount`. */
  readonly storageAccountName?: Text;
  /** Example: `myeventhubstoragecontainer`. */
  readonly storageContainerName?: Text;
  /** Example: `group1`. */
  readonly consumerID?: Text;
  /** Direction: input. Default: `false`. */
  readonly getAllMessageProperties?: Switch;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. */
  readonly disableEntityManagement?: Switch;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. */
  readonly getBlobRetryCount?: Text;
}

export type PubsubAzureEventhubsV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `namespace`. */
      readonly eventHubNamespace: Text;
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Example: `00112233-4455-6677-8899-aabbccddeeff`. */
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
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Example: `00112233-4455-6677-8899-aabbccddeeff`. */
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
      /** Default: `false`. */
      readonly enableEntityManagement?: Switch;
      /** Default: `false`. */
      readonly enableInOrderMessageDelivery?: Switch;
      /** Example: `test-rg`. */
      readonly resourceGroupName?: Text;
      /** Example: `00112233-4455-6677-8899-aabbccddeeff`. */
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

/** Azure Event Hubs: `pubsub.azure.eventhubs` v1, stable. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-eventhubs/ */
export interface PubsubAzureEventhubsV1 extends ComponentOptions {
  readonly metadata?: PubsubAzureEventhubsV1Metadata;
  /** Exactly one. */
  readonly authentication: PubsubAzureEventhubsV1Authentication;
}
