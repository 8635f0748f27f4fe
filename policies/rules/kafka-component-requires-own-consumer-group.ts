import { componentType, metadataItem, scopesOf } from "../pack/dapr.ts";
import { textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const kafkaComponentRequiresOwnConsumerGroup: Rule = {
  name: "kafka-component-requires-own-consumer-group",
  refuses: "A Kafka component whose consumer group several apps share.",
  why: "Apps of one group divide the events among themselves: each handles some and misses the others.",
  source: "https://docs.dapr.io/developing-applications/building-blocks/pubsub/howto-publish-subscribe/",
  severity: "critical",
  kinds: ["dapr.io/Component"],
  where: (resource) => componentType(resource) === "pubsub.kafka",
  check: (resource) => {
    const item = metadataItem(resource, "consumerGroup");
    const group = textOf(item?.value);
    const isShared = group !== "" && !/\{(appID|uuid|podName)\}/.test(group) && scopesOf(resource)?.length !== 1;
    return findingIf(
      isShared,
      `${item?.path}.value`,
      `is ${group} for several apps`,
      'Write "{appID}", so that each app has a group of its own.',
    );
  },
};
