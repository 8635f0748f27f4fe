import type { RedpandaKafkaSpec } from "../kafka.ts";
import type { Problem } from "../problems.ts";
import { toBytes } from "../units.ts";
import { error, warning } from "./error.ts";

/** Memory that a broker's process needs for each core; the chart gives it four fifths of the container's. */
const bytesPerCore = toBytes("2Gi") / 0.8;

/**
 * What only Redpanda asks for. Sources: redpanda src/v/kafka/server/handlers/topics/validators.h (replication factor);
 * its chart's values.yaml, `resources.memory.container` (memory of a core).
 */
export const checkRedpanda = ({ replicationFactor: copies, cores, memory }: RedpandaKafkaSpec): Problem[] => [
  ...(copies % 2 === 0
    ? [
        error(
          "TP0450",
          "kafka.replicationFactor",
          copies,
          "is even, and Redpanda refuses such a topic: its copies vote, and an even number bears no more failures",
          `Use ${copies - 1} or ${copies + 1}.`,
        ),
      ]
    : []),
  ...(toBytes(memory) < cores * bytesPerCore
    ? [
        warning(
          "TP0451",
          "kafka.memory",
          memory,
          `is less than 2.5Gi for each of the ${cores} core(s): under load the broker ends for want of memory`,
          `Use ${cores * 2.5}Gi or fewer cores.`,
        ),
      ]
    : []),
];
