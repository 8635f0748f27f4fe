import { isSame, numberAt, textAt, valueAt } from "../objects/read.ts";
import { keptOf } from "../situation.ts";
import type { EffectRule, Found } from "./effect.ts";

export const kafkaCluster: EffectRule = {
  name: "kafka-cluster",
  about: "Brokers of Strimzi are rolled, upgraded, added or taken away.",
  find: (situation) => [
    ...keptOf(situation, "Kafka").flatMap(({ was, is }): Found[] => {
      const [from, to] = [was, is].map(({ fields }) => textAt(fields, "spec", "kafka", "version"));
      if (from !== to)
        return [
          {
            risk: "restart" as const,
            subject: is.name,
            text: `is upgraded from Kafka ${from ?? "of the operator"} to ${to ?? "that of the operator"}: its brokers roll one by one`,
          },
        ];
      return isSame(valueAt(was.fields, "spec", "kafka"), valueAt(is.fields, "spec", "kafka"))
        ? []
        : [{ risk: "restart" as const, subject: is.name, text: "has other settings: its brokers roll one by one" }];
    }),
    ...keptOf(situation, "KafkaNodePool").flatMap(({ was, is }): Found[] => {
      const [from, to] = [was, is].map(({ fields }) => numberAt(fields, "spec", "replicas") ?? 0);
      if (from === undefined || to === undefined || from === to) return [];
      return to < from
        ? [
            {
              risk: "data-loss" as const,
              subject: is.name,
              text: `shrinks from ${from} to ${to} brokers: the partitions of those that go must be moved before`,
              advice: "Strimzi refuses while they hold partitions; use Cruise Control.",
            },
          ]
        : [
            {
              risk: "none" as const,
              subject: is.name,
              text: `grows from ${from} to ${to} brokers; partitions are not moved by themselves`,
            },
          ];
    }),
  ],
};
