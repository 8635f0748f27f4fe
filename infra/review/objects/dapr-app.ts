import type { KubeObject } from "./kube-object.ts";
import { fieldsAt, isSame, listAt, numberAt, textAt, valueAt } from "./read.ts";

/** A workload with a sidecar. */
export interface DaprApp {
  readonly id: string;
  readonly namespace: string;
  readonly workload: KubeObject;
  /** Annotations of its pods. */
  readonly annotations: Readonly<Record<string, unknown>>;
  /** `undefined` when a scaler chooses. */
  readonly replicas: number | undefined;
}

const workloads = ["Deployment", "StatefulSet", "DaemonSet"];

/** Whether its pods are kept running. */
export const isWorkload = ({ kind }: KubeObject): boolean => workloads.includes(kind);

/** How many pods a workload shall have. */
export const replicasOf = ({ kind, fields }: KubeObject): number | undefined =>
  kind === "DaemonSet" ? undefined : numberAt(fields, "spec", "replicas");

/** The app of a workload that has a sidecar. */
export const daprAppOf = (workload: KubeObject): DaprApp[] => {
  if (!isWorkload(workload)) return [];
  const annotations = fieldsAt(workload.fields, "spec", "template", "metadata", "annotations");
  const id = textAt(annotations, "dapr.io/app-id");
  if (textAt(annotations, "dapr.io/enabled") !== "true" || id === undefined) return [];
  return [{ id, namespace: workload.namespace, workload, annotations, replicas: replicasOf(workload) }];
};

/** Whether the pods must be made anew. */
export const isRolled = (before: KubeObject, after: KubeObject): boolean =>
  !isSame(valueAt(before.fields, "spec", "template"), valueAt(after.fields, "spec", "template"));

/** Names of the Secrets that pods of a workload mount, read as variables, or hand to their sidecar. */
export const secretsOfPods = ({ fields }: KubeObject): string[] => {
  const pod = valueAt(fields, "spec", "template", "spec");
  const annotations = fieldsAt(fields, "spec", "template", "metadata", "annotations");
  const containers = [...listAt(pod, "containers"), ...listAt(pod, "initContainers")];
  const ofSidecar = [
    textAt(annotations, "dapr.io/api-token-secret"),
    textAt(annotations, "dapr.io/app-token-secret"),
    ...(textAt(annotations, "dapr.io/env-from-secret") ?? "").split(",").map((entry) => entry.split(/[=:]/)[1]),
  ];
  const named = [
    ...listAt(pod, "volumes").map((volume) => textAt(volume, "secret", "secretName")),
    ...containers.flatMap((container) => [
      ...listAt(container, "env").map((entry) => textAt(entry, "valueFrom", "secretKeyRef", "name")),
      ...listAt(container, "envFrom").map((entry) => textAt(entry, "secretRef", "name")),
    ]),
    ...ofSidecar,
  ];
  return [...new Set(named.filter((name) => name !== undefined && name !== ""))] as string[];
};
