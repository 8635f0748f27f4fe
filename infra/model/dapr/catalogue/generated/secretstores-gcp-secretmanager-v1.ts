// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface SecretstoresGcpSecretmanagerV1Metadata {
}

export type SecretstoresGcpSecretmanagerV1Authentication =
  /** Google service account key. */
  | {
      readonly profile: "gcp-service-account";
      /** Required. Secret. Also: `private_key_id`. */
      readonly privateKeyID: Secret;
      /** Required. Secret. Also: `private_key`. */
      readonly privateKey: Secret;
      /** Default: `service_account`. */
      readonly type?: Text;
      /** Required. Also: `project_id`. */
      readonly projectID: Text;
      /** Required. Also: `client_email`. */
      readonly clientEmail: Text;
      /** Required. Also: `client_id`. */
      readonly clientID: Text;
      /** Also: `auth_uri`. */
      readonly authURI?: Text;
      /** Also: `token_uri`. */
      readonly tokenURI?: Text;
      /** Also: `auth_provider_x509_cert_url`. */
      readonly authProviderX509CertURL?: Text;
      /** Also: `client_x509_cert_url`. */
      readonly clientX509CertURL?: Text;
    }
  /** Google credentials of the environment. */
  | {
      readonly profile: "gcp-environment";
      /** Also: `project_id`. */
      readonly projectID?: Text;
      /** Default: `service_account`. */
      readonly type?: Text;
    };

/** GCP Secret Manager: `secretstores.gcp.secretmanager` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-secret-stores/gcp-secret-manager/ */
export interface SecretstoresGcpSecretmanagerV1 extends ComponentOptions {
  readonly metadata?: SecretstoresGcpSecretmanagerV1Metadata;
  /** Exactly one. */
  readonly authentication?: SecretstoresGcpSecretmanagerV1Authentication;
}
