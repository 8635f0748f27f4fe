// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Switch, Text } from "../component-values.ts";

export interface StateOciObjectstorageV1Metadata {
  /** Required. Example: `my-bucket`. */
  readonly bucketName: Text;
  /** Required. Example: `ocid1.compartment.oc1..example`. */
  readonly compartmentOCID: Text;
  /** Example: `my-namespace`. */
  readonly namespace?: Text;
  /** Default: `appid`. Source: dapr pkg/components/state/state_config.go. */
  readonly keyPrefix?: Text;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly primaryEncryptionKey?: Secret;
  /** Secret. Source: dapr pkg/encryption/encryption.go. */
  readonly secondaryEncryptionKey?: Secret;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishPubsub?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPublishTopic?: Text;
  /** Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxPubsub?: Text;
  /** Default: `false`. Source: dapr pkg/runtime/pubsub/outbox.go. */
  readonly outboxDiscardWhenMissingState?: Switch;
  /** Default: `false`. Source: dapr pkg/runtime/processor/state/state.go. */
  readonly actorStateStore?: Switch;
}

export type StateOciObjectstorageV1Authentication =
  /** API Key Authentication. */
  | {
      readonly profile: "api-key";
      /** Required. Example: `us-ashburn-1`. */
      readonly region: Text;
      /** Required. Example: `ocid1.user.oc1..example`. */
      readonly userOCID: Text;
      /** Required. Example: `xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx:xx`. */
      readonly fingerPrint: Text;
      /** Required. Secret. */
      readonly privateKey: Secret;
      /** Required. Example: `ocid1.tenancy.oc1..example`. */
      readonly tenancyOCID: Text;
    }
  /** Instance Principal Authentication. */
  | {
      readonly profile: "instance-principal";
    }
  /** Configuration File Authentication. */
  | {
      readonly profile: "config-file";
      /** Required. Example: `~/.oci/config`. */
      readonly configFilePath: Text;
      /** Example: `DEFAULT`. */
      readonly configFileProfile?: Text;
    };

/** OCI Object Storage: `state.oci.objectstorage` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-oci-objectstorage/ */
export interface StateOciObjectstorageV1 extends ComponentOptions {
  readonly metadata: StateOciObjectstorageV1Metadata;
  /** Exactly one. */
  readonly authentication?: StateOciObjectstorageV1Authentication;
}
