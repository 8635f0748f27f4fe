import { sharedKeys } from "../situation.ts";
import { countOf, type EffectRule, type Found } from "./effect.ts";

export const topicPartitions: EffectRule = {
  name: "topic-partitions",
  about: "A topic gets more partitions, or is asked for fewer, which Kafka refuses.",
  find: ({ before, after }) =>
    sharedKeys(before.topics, after.topics).flatMap((name): Found[] => {
      const [was, is] = [before.topics.get(name), after.topics.get(name)];
      if (!was || !is || was.partitions === is.partitions) return [];
      const text = `goes from ${was.partitions} to ${countOf(is.partitions, "partition")}`;
      if (!is.byOperator && is.partitions < was.partitions)
        return [
          {
            risk: "none" as const,
            subject: name,
            text: `${text} only where it is made anew: Kafka takes no partitions away`,
          },
        ];
      return is.partitions > was.partitions
        ? [
            {
              risk: "data-loss" as const,
              subject: name,
              text: `${text}: keys move to other partitions, so events of one key may be handled out of order`,
            },
          ]
        : [
            {
              risk: "downtime" as const,
              subject: name,
              text: `${text}: Kafka takes no partitions away, the topic does not become ready and the update fails`,
              advice: "Make a new topic with fewer partitions.",
            },
          ];
    }),
};
