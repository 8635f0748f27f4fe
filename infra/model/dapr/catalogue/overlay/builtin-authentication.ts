import type { AuthenticationEntry, FieldEntry } from "../entry.ts";

const field = (name: string, more: Partial<FieldEntry> = {}): FieldEntry => ({
  name,
  type: "string",
  required: false,
  sensitive: false,
  ...more,
});

const secret = (name: string, more: Partial<FieldEntry> = {}): FieldEntry => field(name, { sensitive: true, ...more });

/**
 * The AWS profiles that several components share.
 * Source: components-contrib .build-tools/builtin-authentication-profiles.yaml (not part of the Go module) and
 * common/aws/auth.
 */
const aws: readonly AuthenticationEntry[] = [
  {
    profile: "aws-access-key",
    title: "AWS access key",
    fields: [
      field("region", { example: "eu-central-1", aliases: ["awsRegion"] }),
      secret("accessKey"),
      secret("secretKey"),
      secret("sessionToken"),
      // Kafka and PostgreSQL may assume a role with these credentials.
      field("assumeRoleArn", { example: "arn:aws:iam::123456789012:role/name" }),
      field("sessionName", { default: "DaprDefaultSession" }),
    ],
  },
  {
    profile: "aws-assume-role",
    title: "AWS IAM role (Kafka and PostgreSQL)",
    fields: [
      field("region", { required: true, example: "eu-central-1", aliases: ["awsRegion"] }),
      field("assumeRoleArn", { example: "arn:aws:iam::123456789012:role/name" }),
      field("sessionName", { default: "DaprDefaultSession" }),
    ],
  },
  { profile: "aws-environment", title: "AWS credentials of the environment", fields: [] },
  {
    profile: "aws-roles-anywhere",
    title: "AWS IAM Roles Anywhere",
    fields: [
      field("trustAnchorArn", { required: true }),
      field("trustProfileArn", { required: true }),
      field("assumeRoleArn", { required: true }),
      field("region", { aliases: ["awsRegion"] }),
    ],
  },
];

const azureEnvironment = field("azureEnvironment", {
  default: "AzurePublicCloud",
  // The short names are in common/authentication/azure/auth.go only.
  allowedValues: [
    ...["AzurePublicCloud", "AzureChinaCloud", "AzureUSGovernmentCloud"],
    ...["AzurePublic", "AzureChina", "AzureUSGovernment"],
  ],
});

/** Source: components-contrib common/authentication/azure/{auth,metadata-properties}.go. */
const azureAuthMethods = field("azureAuthMethods", {
  example: "WorkloadIdentity,ManagedIdentity",
  source: "components-contrib common/authentication/azure/metadata-properties.go",
});

/**
 * The Microsoft Entra ID profiles. The first one also stands for workload identity, which takes its values from the
 * pod's environment.
 * Source: components-contrib .build-tools/builtin-authentication-profiles.yaml and common/authentication/azure/auth.go.
 */
const azuread: readonly AuthenticationEntry[] = [
  {
    profile: "azure-managed-identity",
    title: "Microsoft Entra ID: managed or workload identity",
    fields: [field("azureClientId"), azureEnvironment, azureAuthMethods],
  },
  {
    profile: "azure-client-credentials",
    title: "Microsoft Entra ID: client secret",
    fields: [
      field("azureTenantId", { required: true }),
      field("azureClientId", { required: true }),
      secret("azureClientSecret", { required: true }),
      azureEnvironment,
      azureAuthMethods,
    ],
  },
  {
    profile: "azure-client-certificate",
    title: "Microsoft Entra ID: client certificate",
    fields: [
      field("azureTenantId", { required: true }),
      field("azureClientId", { required: true }),
      secret("azureCertificate"),
      field("azureCertificateFile", { example: "/path/to/file.pem" }),
      secret("azureCertificatePassword"),
      azureEnvironment,
      azureAuthMethods,
    ],
  },
];

/**
 * A Google service account; without any field the environment's default credentials are used.
 * Source: components-contrib .build-tools/builtin-authentication-profiles.yaml, state/gcp/firestore/firestore.go and
 * secretstores/gcp/secretmanager/secretmanager.go.
 */
const gcp: readonly AuthenticationEntry[] = [
  {
    profile: "gcp-service-account",
    title: "Google service account key",
    fields: [
      secret("privateKeyID", { required: true }),
      secret("privateKey", { required: true }),
      field("type", { default: "service_account" }),
      field("projectID", { required: true }),
      field("clientEmail", { required: true }),
      field("clientID", { required: true }),
      field("authURI"),
      field("tokenURI"),
      field("authProviderX509CertURL"),
      field("clientX509CertURL"),
    ],
  },
  {
    profile: "gcp-environment",
    title: "Google credentials of the environment",
    fields: [field("projectID"), field("type", { default: "service_account" })],
  },
];

/** The profiles that `builtinAuthenticationProfiles` of a metadata.yaml names. */
export const builtinAuthentication: Readonly<Record<string, readonly AuthenticationEntry[]>> = { aws, azuread, gcp };
