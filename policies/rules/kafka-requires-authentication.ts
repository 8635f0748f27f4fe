import { isEmpty } from "../pack/fields.ts";
import { listenersOf } from "../pack/kafka.ts";
import type { Rule } from "../pack/rule.ts";

export const kafkaRequiresAuthentication: Rule = {
  name: "kafka-requires-authentication",
  refuses: "A Kafka listener that takes anybody.",
  why: "Without names there are no rights: everybody reads, writes and deletes every topic.",
  source: "https://strimzi.io/docs/operators/latest/configuring#type-GenericKafkaListener-reference",
  severity: "critical",
  kinds: ["kafka.strimzi.io/Kafka"],
  check: (resource) =>
    listenersOf(resource)
      .filter(({ fields }) => isEmpty(fields["authentication"]))
      .map(({ path, name }) => ({
        key: `${path}.authentication`,
        problem: `is not set for ${name}`,
        remedy: "Set type to scram-sha-512 or tls, with a KafkaUser for each app.",
      })),
};
