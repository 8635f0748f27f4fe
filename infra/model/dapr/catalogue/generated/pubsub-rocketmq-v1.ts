// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Count, Secret, Switch, Text } from "../component-values.ts";

export interface PubsubRocketmqV1Metadata {
  /** Example: `localhost:9876`. */
  readonly nameServer?: Text;
  /** Example: `dapr-rocketmq`. */
  readonly instanceName?: Text;
  /** Example: `dapr-producer-group`. */
  readonly producerGroup?: Text;
  /** Example: `dapr-consumer-group`. */
  readonly consumerGroup?: Text;
  /** Example: `my-namespace`. */
  readonly nameSpace?: Text;
  /** Example: `rocketmq.example.com`. */
  readonly nameServerDomain?: Text;
  /** Default: `3`. */
  readonly retries?: Count;
  /** Example: `hash`. */
  readonly producerQueueSelector?: Choice<"hash" | "random" | "manual" | "roundRobin" | "dapr">;
  /** Default: `clustering`. */
  readonly consumerModel?: Text;
  /** Example: `ConsumeFromLastOffset`. */
  readonly fromWhere?: Choice<"ConsumeFromLastOffset" | "ConsumeFromFirstOffset" | "ConsumeFromTimestamp">;
  /** Example: `20220817101902`. */
  readonly consumeTimestamp?: Text;
  /** Default: `false`. */
  readonly consumeOrderly?: Switch;
  /** Example: `10`. */
  readonly consumeMessageBatchMaxSize?: Count;
  /** Example: `10`. */
  readonly consumeConcurrentlyMaxSpan?: Count;
  /** Example: `10000`. */
  readonly maxReconsumeTimes?: Count;
  /** Default: `false`. */
  readonly autoCommit?: Switch;
  /** Example: `10`. */
  readonly consumeTimeout?: Count;
  /** Default: `30`. */
  readonly consumerPullTimeout?: Count;
  /** Default: `100`. */
  readonly pullInterval?: Count;
  /** Example: `10`. */
  readonly consumerBatchSize?: Count;
  /** Example: `10`. */
  readonly pullBatchSize?: Count;
  /** Example: `100`. */
  readonly pullThresholdForQueue?: Count;
  /** Example: `100`. */
  readonly pullThresholdForTopic?: Count;
  /** Example: `10`. */
  readonly pullThresholdSizeForQueue?: Count;
  /** Example: `10`. */
  readonly pullThresholdSizeForTopic?: Count;
  /** Example: `json`. */
  readonly "content-type"?: Text;
  /** Example: `10`. */
  readonly sendTimeOutSec?: Count;
  /** Default: `warn`. */
  readonly logLevel?: Text;
  /** Example: `UNIQ_KEY,MSG_ID`. */
  readonly mspProperties?: Text;
  /** Example: `dapr-consumer-group`. */
  readonly groupName?: Text;
  /** Example: `10000000000`. */
  readonly sendTimeOut?: Count;
  /** Default: `the app id`. Source: dapr pkg/runtime/processor/pubsub/pubsub.go. */
  readonly consumerID?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly publishingScopes?: Text;
  /** Example: `app1=topic1;app2=topic2,topic3;app3=`. Source: dapr pkg/scopes/scopes.go. */
  readonly subscriptionScopes?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly allowedTopics?: Text;
  /** Example: `topic1,topic2`. Source: dapr pkg/scopes/scopes.go. */
  readonly protectedTopics?: Text;
  /** Source: components-contrib pubsub/rocketmq/metadata.go. @deprecated use `fromWhere` */
  readonly consumeFromWhere?: Text;
  /** Source: components-contrib pubsub/rocketmq/metadata.go. @deprecated use `producerQueueSelector` */
  readonly queueSelector?: Text;
}

export type PubsubRocketmqV1Authentication =
  /** Credential Authentication. */
  | {
      readonly profile: "credentials";
      /** Required. Secret. Example: `access-key`. */
      readonly accessKey: Secret;
      /** Required. Secret. Example: `secret-key`. */
      readonly secretKey: Secret;
      /** Secret. Example: `security-token`. */
      readonly securityToken?: Secret;
    };

/** RocketMQ: `pubsub.rocketmq` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rocketmq/ */
export interface PubsubRocketmqV1 extends ComponentOptions {
  readonly metadata?: PubsubRocketmqV1Metadata;
  /** Exactly one. */
  readonly authentication?: PubsubRocketmqV1Authentication;
}
