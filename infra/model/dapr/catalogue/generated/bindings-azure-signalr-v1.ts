// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsAzureSignalrV1Metadata {
  /** Example: `myhub`. */
  readonly hub?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsAzureSignalrV1Authentication =
  /** Connection string with access key. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. */
      readonly connectionString: Secret;
      /** Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint?: Text;
    }
  /** Access key. */
  | {
      readonly profile: "access-key";
      /** Required. Secret. Also: `accountKey`, `storageAccessKey`, `storageAccountKey`. */
      readonly accessKey: Secret;
      /** Required. Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint: Text;
    }
  /** Connection string with Azure AD credentials. */
  | {
      readonly profile: "connection-string-azure-ad";
      /** Required. Secret. */
      readonly connectionString: Secret;
      /** Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint?: Text;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Required. Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint: Text;
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
      /** Required. Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint: Text;
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
      /** Required. Example: `https://<your-azure-signalr>.service.signalr.net`. Also: `storageEndpoint`, `storageAccountEndpoint`, `queueEndpointUrl`. */
      readonly endpoint: Text;
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

/** Azure SignalR: `bindings.azure.signalr` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/signalr/ */
export interface BindingsAzureSignalrV1 extends ComponentOptions {
  readonly metadata?: BindingsAzureSignalrV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAzureSignalrV1Authentication;
}
