// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsAzureBlobstorageV1Metadata {
  /** Required. Example: `container`. Also: `container`, `storageAccountContainer`. */
  readonly containerName: Text;
  /** Example: `http://127.0.0.1:10000`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
  readonly endpoint?: Text;
  /** Default: `none`. */
  readonly publicAccessLevel?: Choice<"none" | "blob" | "container">;
  /** Default: `false`. */
  readonly decodeBase64?: Switch;
  /** Default: `3`. */
  readonly retryCount?: Count;
  /** Default: `false`. */
  readonly disableEntityManagement?: Switch;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Source: components-contrib common/component/azure/blobstorage/metadata.go. @deprecated use `retryCount` */
  readonly getBlobRetryCount?: Count;
}

export type BindingsAzureBlobstorageV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Secret. Direction: output. */
      readonly connectionString: Secret;
    }
  /** Account Key. */
  | {
      readonly profile: "account-key";
      /** Required. Secret. Also: `accessKey`, `storageAccessKey`, `storageAccountKey`. */
      readonly accountKey: Secret;
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
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
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
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
      /** Required. Example: `mystorageaccount`. Also: `storageAccount`, `storageAccountName`. */
      readonly accountName: Text;
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

/** Azure Blob Storage: `bindings.azure.blobstorage` v1, stable. https://docs.dapr.io/reference/components-reference/supported-bindings/blobstorage/ */
export interface BindingsAzureBlobstorageV1 extends ComponentOptions {
  readonly metadata: BindingsAzureBlobstorageV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsAzureBlobstorageV1Authentication;
}
