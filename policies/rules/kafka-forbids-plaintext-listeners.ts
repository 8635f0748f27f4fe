import { listenersOf } from "../pack/kafka.ts";
import { differs } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const kafkaForbidsPlaintextListeners: Rule = {
  name: "kafka-forbids-plaintext-listeners",
  refuses: "A Kafka listener without TLS.",
  why: "Passwords and events travel readable through the cluster's network.",
  source: "https://strimzi.io/docs/operators/latest/configuring#type-GenericKafkaListener-reference",
  severity: "critical",
  kinds: ["kafka.strimzi.io/Kafka"],
  check: (resource) =>
    listenersOf(resource)
      .filter(({ fields }) => differs(fields["tls"], true))
      .map(({ path, name }) => ({ key: `${path}.tls`, problem: `is not true for ${name}`, remedy: "Set it to true." })),
};
