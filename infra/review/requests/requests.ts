import type { Inventory } from "../objects/inventory.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { isWorkload, replicasOf } from "../objects/dapr-app.ts";
import { fieldsAt, listAt, numberAt, textAt, valueAt } from "../objects/read.ts";
import { quantity } from "./quantity.ts";
import { volumesOf } from "./volumes.ts";

/** What a platform asks of its cluster. */
export interface Requests {
  /** Cores that pods reserve. */
  readonly cpu: number;
  /** Bytes of memory that pods reserve. */
  readonly memory: number;
  /** Bytes of volumes. */
  readonly storage: number;
  readonly pods: number;
}

const nothing: Requests = { cpu: 0, memory: 0, storage: 0, pods: 0 };

const add = (a: Requests, b: Requests): Requests => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
  storage: a.storage + b.storage,
  pods: a.pods + b.pods,
});

const times = ({ cpu, memory, storage, pods }: Requests, count: number): Requests => ({
  cpu: cpu * count,
  memory: memory * count,
  storage: storage * count,
  pods: pods * count,
});

/** What a `resources` field reserves. */
const reserved = (resources: unknown): Requests => ({
  ...nothing,
  cpu: quantity(textAt(resources, "requests", "cpu")) ?? 0,
  memory: quantity(textAt(resources, "requests", "memory")) ?? 0,
});

const sidecar = (annotations: Readonly<Record<string, unknown>>): Requests =>
  textAt(annotations, "dapr.io/enabled") === "true"
    ? {
        ...nothing,
        cpu: quantity(textAt(annotations, "dapr.io/sidecar-cpu-request")) ?? 0,
        memory: quantity(textAt(annotations, "dapr.io/sidecar-memory-request")) ?? 0,
      }
    : nothing;

const podsOf = (object: KubeObject): Requests => {
  const template = valueAt(object.fields, "spec", "template");
  const containers = listAt(template, "spec", "containers").map((container) =>
    reserved(valueAt(container, "resources")),
  );
  const pod = [...containers, sidecar(fieldsAt(template, "metadata", "annotations"))].reduce(add, {
    ...nothing,
    pods: 1,
  });
  return times(pod, replicasOf(object) ?? 1);
};

/** Pods that an operator runs for an object. */
const operated = ({ kind, fields }: KubeObject): Requests => {
  const resources = reserved(valueAt(fields, "spec", "resources"));
  const pod = { ...resources, pods: 1 };
  if (kind === "KafkaNodePool") return times(pod, numberAt(fields, "spec", "replicas") ?? 1);
  if (kind === "Cluster") return times(pod, numberAt(fields, "spec", "instances") ?? 1);
  if (kind === "Prometheus") return times(pod, numberAt(fields, "spec", "replicas") ?? 1);
  return nothing;
};

const volumes = (object: KubeObject): Requests => ({
  ...nothing,
  storage: volumesOf(object).reduce((sum, { size, count }) => sum + (quantity(size) ?? 0) * count, 0),
});

/** Sum over workloads with their sidecars, what operators run, and volumes. Jobs come and go and are not counted. */
export const requestsOf = ({ objects }: Inventory): Requests => {
  const sum = [...objects.values()]
    .map((object) => add(volumes(object), isWorkload(object) ? podsOf(object) : operated(object)))
    .reduce(add, nothing);
  // Sums of fractions depend on their order; thousandths are what can be asked for.
  return { ...sum, cpu: Math.round(sum.cpu * 1000) / 1000 };
};
