import { itemsAt, objectAt, textAt, type PlainObject } from "../model/dapr/kinds/plain-value.ts";
import type { Manifest } from "./manifest.ts";

/** Where each kind keeps its pod. */
const podTemplates: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
  Pod: [],
};

/** Whether a manifest runs pods. */
export const isWorkload = ({ kind, apiVersion }: Manifest): boolean =>
  Object.hasOwn(podTemplates, kind) && /^(?:apps\/|batch\/|v1$|$)/.test(apiVersion);

/** A container image of a workload. */
export interface WorkloadImage {
  readonly path: string;
  readonly image: string;
}

const podPath = ({ kind }: Manifest): readonly string[] => podTemplates[kind] ?? [];

const join = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join(".");

/** Path of the annotations that the sidecar injector reads. */
export const podAnnotationsPath = (manifest: Manifest): string =>
  join(podPath(manifest).join("."), "metadata", "annotations");

const daprAnnotations = (annotations: PlainObject): PlainObject =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => key.startsWith("dapr.io/")));

/** The `dapr.io/` annotations of a workload's pods. */
export const podAnnotations = (manifest: Manifest): PlainObject =>
  daprAnnotations(objectAt(manifest.value, ...podPath(manifest), "metadata", "annotations"));

/** The `dapr.io/` annotations of the workload itself, where the injector does not look; a pod has one place only. */
export const ownAnnotations = (manifest: Manifest): PlainObject =>
  manifest.kind === "Pod" ? {} : daprAnnotations(objectAt(manifest.value, "metadata", "annotations"));

/** The app id that a workload states; empty when it states none. */
export const appIdOf = (manifest: Manifest): string => textAt(podAnnotations(manifest), "dapr.io/app-id") ?? "";

/** Every image of a workload. */
export const imagesOf = (manifest: Manifest): WorkloadImage[] => {
  const at = join(podPath(manifest).join("."), "spec");
  return ["containers", "initContainers"].flatMap((list) =>
    itemsAt(manifest.value, ...podPath(manifest), "spec", list).flatMap(([index, container]) => {
      const image = textAt(container, "image") ?? "";
      return image === "" ? [] : [{ path: `${at}.${list}[${index}].image`, image }];
    }),
  );
};

/** How many pods a workload runs; undefined when something else decides. */
export const replicasOf = (manifest: Manifest | undefined): number | undefined => {
  const replicas = manifest && objectAt(manifest.value, "spec")["replicas"];
  return typeof replicas === "number" ? replicas : undefined;
};
