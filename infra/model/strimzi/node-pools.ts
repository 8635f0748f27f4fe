import type { StrimziKafkaSpec } from "../kafka.ts";
import type { ContainerResources } from "../service.ts";
import type { Size } from "../units.ts";
import type { KafkaNodePoolManifest, KafkaNodePoolSpec } from "./generated/kafka-node-pool.ts";
import { clusterLabel } from "./names.ts";

/** The part of Kubernetes' resources that the model knows. */
export const toResources = ({ cpuRequest, memoryRequest, cpuLimit, memoryLimit }: ContainerResources) => ({
  requests: { cpu: cpuRequest, memory: memoryRequest },
  limits: { cpu: cpuLimit, memory: memoryLimit },
});

/** `2Gi` as the JVM writes it. */
const heapOf = (size: Size): string => size.replace("Ki", "k").replace("Mi", "m").replace("Gi", "g");

const jvm = (size: Size) => ({ "-Xms": heapOf(size), "-Xmx": heapOf(size) });

const storage = (kafka: StrimziKafkaSpec, size: Size): KafkaNodePoolSpec["storage"] => ({
  // A list of volumes from the start: another one can be added later, which a single volume does not allow.
  type: "jbod",
  volumes: [
    {
      id: 0,
      type: "persistent-claim",
      size,
      ...(kafka.storageClass === undefined ? {} : { class: kafka.storageClass }),
      kraftMetadata: "shared",
      deleteClaim: false,
    },
  ],
});

const pool = (kafka: StrimziKafkaSpec, name: string, spec: KafkaNodePoolSpec): KafkaNodePoolManifest => ({
  apiVersion: "kafka.strimzi.io/v1",
  kind: "KafkaNodePool",
  metadata: { name, namespace: kafka.namespace, labels: clusterLabel(kafka.cluster) },
  spec,
});

/** Half of what a controller may use; its metadata is small. */
const controllerHeap: Size = "512Mi";

/**
 * The pools of a cluster: `brokers`, which keep the records, and `controllers`, which keep the metadata; without pods of
 * their own, the brokers are controllers, too. Volumes stay when a pool is removed.
 */
export const toNodePools = (kafka: StrimziKafkaSpec): KafkaNodePoolManifest[] => {
  const separate = kafka.controllers > 0;
  const brokers = pool(kafka, "brokers", {
    replicas: kafka.brokers,
    roles: separate ? ["broker"] : ["controller", "broker"],
    storage: storage(kafka, kafka.storage),
    resources: toResources(kafka.brokerResources),
    jvmOptions: jvm(kafka.heap),
  });
  if (!separate) return [brokers];
  const controllers = pool(kafka, "controllers", {
    replicas: kafka.controllers,
    roles: ["controller"],
    storage: storage(kafka, kafka.controllerStorage),
    resources: toResources(kafka.controllerResources),
    jvmOptions: jvm(controllerHeap),
  });
  return [controllers, brokers];
};
