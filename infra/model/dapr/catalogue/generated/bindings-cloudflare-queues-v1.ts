// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface BindingsCloudflareQueuesV1Metadata {
  /** Required. Example: `my-queue`. */
  readonly queueName: Text;
  /** Default: `20`. */
  readonly timeoutInSeconds?: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsCloudflareQueuesV1Authentication =
  /** API Token Authentication. */
  | {
      readonly profile: "api-token";
      /** Required. Secret. */
      readonly cfAPIToken: Secret;
      /** Required. Example: `account-id`. */
      readonly cfAccountID: Text;
      /** Required. Secret. */
      readonly key: Secret;
      /** Required. Example: `worker`. */
      readonly workerName: Text;
    }
  /** Connect to Pre-deployed Worker. */
  | {
      readonly profile: "deployed-worker";
      /** Required. Example: `https://your-worker.your-subdomain.workers.dev`. */
      readonly workerUrl: Text;
      /** Required. Secret. */
      readonly key: Secret;
      /** Required. Example: `my-worker`. */
      readonly workerName: Text;
    };

/** Cloudflare Queues: `bindings.cloudflare.queues` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/cloudflare-queues/ */
export interface BindingsCloudflareQueuesV1 extends ComponentOptions {
  readonly metadata: BindingsCloudflareQueuesV1Metadata;
  /** Exactly one. */
  readonly authentication: BindingsCloudflareQueuesV1Authentication;
}
