// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Text } from "../component-values.ts";

export interface BindingsRocketmqV1Metadata {
  /** Example: `tcp`. */
  readonly accessProto?: Choice<"tcp" | "tcp-cgo" | "http">;
  /** Example: `localhost:9876`. */
  readonly nameServer?: Text;
  /** Example: `http://localhost:8080`. */
  readonly endpoint?: Text;
  /** Example: `my-consumer-group`. */
  readonly consumerGroup?: Text;
  /** Example: `10`. */
  readonly consumerBatchSize?: Count;
  /** Example: `4`. */
  readonly consumerThreadNums?: Count;
  /** Example: `my-instance`. */
  readonly instanceId?: Text;
  /** Example: `rocketmq.example.com`. */
  readonly nameServerDomain?: Text;
  /** Example: `3`. */
  readonly retries?: Count;
  /** Required. Example: `topic1,topic2,topic3`. */
  readonly topics: Text;
  /** Example: `input, output`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly direction?: Text;
  /** Direction: input. Example: `/on-event`. Source: dapr pkg/runtime/processor/binding/binding.go. */
  readonly route?: Text;
}

export type BindingsRocketmqV1Authentication =
  /** Access Key Authentication. */
  | {
      readonly profile: "access-key";
      /** Required. Secret. Example: `access-key`. */
      readonly accessKey: Secret;
      /** Required. Secret. */
      readonly secretKey: Secret;
    };

/** Apache RocketMQ: `bindings.rocketmq` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-bindings/ */
export interface BindingsRocketmqV1 extends ComponentOptions {
  readonly metadata: BindingsRocketmqV1Metadata;
  /** Exactly one. */
  readonly authentication?: BindingsRocketmqV1Authentication;
}
