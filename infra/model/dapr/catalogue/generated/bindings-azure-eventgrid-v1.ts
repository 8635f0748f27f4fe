// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Text } from "../component-values.ts";

export interface BindingsAzureEventgridV1Metadata {
  /** Direction: input. Example: `https://[YOUR HOSTNAME]/<path>`. */
  readonly subscriberEndpoint?: Text;
  /** Direction: input. Example: `9000`. */
  readonly handshakePort?: Count;
  /** Direction: input. Example: `/subscriptions/{subscriptionId}/`. */
  readonly scope?: Text;
  /** Direction: input. Example: `name`. */
  readonly eventSubscriptionName?: Text;
  /** Secret. Direction: output. Example: `accessKey`. Also: `accountKey`, `storageAccessKey`, `storageAccountKey`. */
  readonly accessKey?: Secret;
  /** Direction: output. Example: `topic-endpoint`. */
  readonly topicEndpoint?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
  /** Also: `azureSubscriptionID`. Source: components-contrib bindings/azure/eventgrid/eventgrid.go. */
  readonly subscriptionID?: Text;
}

export type BindingsAzureEventgridV1Authentication =
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

/** Azure Event Grid: `bindings.azure.eventgrid` v1, beta. https://docs.dapr.io/reference/components-reference/supported-bindings/eventgrid/ */
export interface BindingsAzureEventgridV1 extends ComponentOptions {
  readonly metadata?: BindingsAzureEventgridV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsAzureEventgridV1Authentication;
}
