import { at, isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const kafkaRequiresAuthorization: Rule = {
  name: "kafka-requires-authorization",
  refuses: "A Kafka cluster without access control.",
  why: "The rights of KafkaUsers are then written down and not asked for: each user may do everything.",
  source: "https://strimzi.io/docs/operators/latest/configuring#type-KafkaAuthorizationSimple-reference",
  severity: "critical",
  kinds: ["kafka.strimzi.io/Kafka"],
  check: ({ props }) =>
    findingIf(
      isEmpty(at(props, "spec", "kafka", "authorization")),
      "spec.kafka.authorization",
      "is not set",
      "Set type to simple.",
    ),
};
