// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface BindingsGcpBucketV1Metadata {
  /** Required. Example: `mybucket`. */
  readonly bucket: Text;
  /** Example: `15m, 1h`. */
  readonly signTTL?: Text;
  /** Default: `false`. */
  readonly decodeBase64?: Switch;
  /** Default: `false`. */
  readonly encodeBase64?: Switch;
  /** Example: `"text/csv", "application/json"`. */
  readonly contentType?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsGcpBucketV1Authentication =
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

/** GCP Storage Bucket: `bindings.gcp.bucket` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/gcpbucket/ */
export interface BindingsGcpBucketV1 extends ComponentOptions {
  readonly metadata: BindingsGcpBucketV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsGcpBucketV1Authentication;
}
