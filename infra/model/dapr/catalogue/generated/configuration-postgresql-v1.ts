// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Span, Text } from "../component-values.ts";

export interface ConfigurationPostgresqlV1Metadata {
  /** Default: `20s`. Also: `timeoutInSeconds`. */
  readonly timeout?: Span;
  /** Required. Example: `configTable`. */
  readonly table: Text;
  /** Example: `config`. Also: `pgNotifyChannel`. */
  readonly notifyChannel?: Text;
  /** Example: `5m`. */
  readonly connectionMaxIdleTime?: Span;
  /** Default: `0`. */
  readonly maxConns?: Count;
  /** Example: `5m`. @deprecated use `connectionMaxIdleTime` */
  readonly connMaxIdleTime?: Span;
  /** Example: `cache_describe`. */
  readonly queryExecMode?: Choice<"cache_statement" | "cache_describe" | "describe_exec" | "exec" | "simple_protocol">;
  /** Example: `localhost`. */
  readonly host?: Text;
  /** Example: `127.0.0.1`. */
  readonly hostaddr?: Text;
  /** Example: `5432`. */
  readonly port?: Text;
  /** Example: `postgres`. */
  readonly database?: Text;
  /** Example: `postgres`. */
  readonly user?: Text;
  /** Secret. Example: `password`. */
  readonly password?: Secret;
  /** Example: `/path/to/ssl/root/cert.pem`. */
  readonly sslRootCert?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly assumeRoleSessionName?: Text;
  /** Source: components-contrib common/aws/auth/auth.go. */
  readonly endpoint?: Text;
}

export type ConfigurationPostgresqlV1Authentication =
  /** Connection string. */
  | {
      readonly profile: "connection-string";
      /** Required. Secret. Also: `url`. */
      readonly connectionString: Secret;
    }
  /** Microsoft Entra ID: managed or workload identity. */
  | {
      readonly profile: "azure-managed-identity";
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
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
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
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
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
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
    }
  /** AWS access key. */
  | {
      readonly profile: "aws-access-key";
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region?: Text;
      /** Secret. */
      readonly accessKey?: Secret;
      /** Secret. */
      readonly secretKey?: Secret;
      /** Secret. */
      readonly sessionToken?: Secret;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS IAM role (Kafka and PostgreSQL). */
  | {
      readonly profile: "aws-assume-role";
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Required. Example: `eu-central-1`. Also: `awsRegion`. */
      readonly region: Text;
      /** Example: `arn:aws:iam::123456789012:role/name`. */
      readonly assumeRoleArn?: Text;
      /** Default: `DaprDefaultSession`. */
      readonly sessionName?: Text;
    }
  /** AWS credentials of the environment. */
  | {
      readonly profile: "aws-environment";
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
    }
  /** AWS IAM Roles Anywhere. */
  | {
      readonly profile: "aws-roles-anywhere";
      /** Secret. Also: `url`. */
      readonly connectionString?: Secret;
      /** Secret. @deprecated use `accessKey` */
      readonly awsAccessKey?: Secret;
      /** Secret. @deprecated use `secretKey` */
      readonly awsSecretKey?: Secret;
      /** Required. */
      readonly trustAnchorArn: Text;
      /** Required. */
      readonly trustProfileArn: Text;
      /** Required. */
      readonly assumeRoleArn: Text;
      /** Also: `awsRegion`. */
      readonly region?: Text;
    }
  /** Host, user and password as fields. */
  | {
      readonly profile: "host";
      /** Required. */
      readonly host: Text;
    };

/** PostgreSQL: `configuration.postgresql` v1, stable. https://docs.dapr.io/reference/components-reference/supported-configuration-stores/postgresql-configuration-store/ */
export interface ConfigurationPostgresqlV1 extends ComponentOptions {
  readonly metadata: ConfigurationPostgresqlV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConfigurationPostgresqlV1Authentication;
}
