import type { RedpandaKafkaSpec } from "../../infra/model/kafka.ts";

/** A cluster of Redpanda with the numbers of production. */
export const redpandaKafka: RedpandaKafkaSpec = {
  kind: "redpanda",
  cluster: "todo-kafka",
  namespace: "kafka",
  partitions: 12,
  replicationFactor: 3,
  retention: "168h",
  storage: "100Gi",
  brokers: 3,
  cores: 2,
  memory: "5Gi",
  certificates: { by: "platform" },
  rackLabel: "topology.kubernetes.io/zone",
};
