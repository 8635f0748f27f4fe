import type { KubeObject } from "../objects/kube-object.ts";
import { listAt, numberAt, textAt, valueAt } from "../objects/read.ts";
import { quantity } from "./quantity.ts";

/** A volume that an object asks for, and how many of it. */
export interface RequestedVolume {
  readonly name: string;
  /** As it is written, such as `2Gi`. */
  readonly size: string;
  readonly count: number;
}

const isSize = (size: string | undefined): size is string => quantity(size) !== undefined;

const volume = (name: string, size: string | undefined, count: number): RequestedVolume[] =>
  isSize(size) ? [{ name, size, count }] : [];

const claimSize = (claim: unknown): string | undefined => textAt(claim, "spec", "resources", "requests", "storage");

const ofPool = ({ fields }: KubeObject): RequestedVolume[] => {
  const storage = valueAt(fields, "spec", "storage");
  const replicas = numberAt(fields, "spec", "replicas") ?? 1;
  const single = volume("data", textAt(storage, "size"), replicas);
  return [
    ...single,
    ...listAt(storage, "volumes").flatMap((one) => volume(`data-${textAt(one, "id")}`, textAt(one, "size"), replicas)),
  ];
};

/** Volumes that an object asks for: claims, StatefulSets, node pools of Strimzi, clusters of CloudNativePG, Prometheus, Dapr's scheduler. */
export const volumesOf = (object: KubeObject): RequestedVolume[] => {
  const { kind, fields, name } = object;
  switch (kind) {
    case "PersistentVolumeClaim":
      return volume("claim", claimSize(fields), 1);
    case "StatefulSet":
      return listAt(fields, "spec", "volumeClaimTemplates").flatMap((claim) =>
        volume(
          textAt(claim, "metadata", "name") ?? "data",
          claimSize(claim),
          numberAt(fields, "spec", "replicas") ?? 1,
        ),
      );
    case "KafkaNodePool":
      return ofPool(object);
    case "Cluster":
      return volume("data", textAt(fields, "spec", "storage", "size"), numberAt(fields, "spec", "instances") ?? 1);
    case "Prometheus":
      return volume(
        "series",
        claimSize(valueAt(fields, "spec", "storage", "volumeClaimTemplate")),
        numberAt(fields, "spec", "replicas") ?? 1,
      );
    case "Release":
      // The chart always runs three schedulers. Source: dapr charts/dapr_scheduler_server.yaml
      return name === "dapr"
        ? volume("scheduler", textAt(fields, "values", "dapr_scheduler", "cluster", "storageSize"), 3)
        : [];
    default:
      return [];
  }
};
