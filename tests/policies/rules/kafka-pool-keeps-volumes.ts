import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "volumes that go with it",
    (graph) => {
      graph.props("KafkaNodePool kafka/brokers").spec.storage.volumes[0].deleteClaim = true;
    },
    [
      "kafka-pool-keeps-volumes: KafkaNodePool kafka/brokers: spec.storage.volumes[0].deleteClaim is true. Set it to false.",
    ],
  ),
  broken(
    "no volumes",
    (graph) => {
      graph.props("KafkaNodePool kafka/brokers").spec.storage = { type: "ephemeral" };
    },
    ["kafka-pool-keeps-volumes: KafkaNodePool kafka/brokers: spec.storage.type is ephemeral. Use persistent-claim."],
  ),
];
