import { objectAt, type Properties, textOf } from "../rpc/property-values.ts";
import type { ApiObject } from "./api-object.ts";

/** Whether an object does its work: ready, not yet (why), or never will. */
export type Readiness = { readonly state: "ready" } | { readonly state: "waiting" | "failed"; readonly reason: string };

const ready: Readiness = { state: "ready" };
const waiting = (reason: string): Readiness => ({ state: "waiting", reason });
const failed = (reason: string): Readiness => ({ state: "failed", reason });

type Check = (object: ApiObject, status: Properties, spec: Properties) => Readiness;

/** Kinds that are not listed are ready once they are stored. */
const checks: Record<string, Check> = {
  "apps/Deployment": (object, status, spec) => {
    const wanted = number(spec["replicas"], 1);
    // Before the controller has seen the change, the condition tells of the rollout that the change replaces.
    const observed = number(status["observedGeneration"], 0) >= number(object.metadata.generation, 1);
    if (observed && condition(status, "Progressing")?.["reason"] === "ProgressDeadlineExceeded") {
      return failed(message(status, "Progressing"));
    }
    return rollout(object, status, wanted, ["updatedReplicas", "availableReplicas", "replicas"]);
  },
  "apps/StatefulSet": (object, status, spec) =>
    rollout(object, status, number(spec["replicas"], 1), ["updatedReplicas", "readyReplicas", "replicas"]),
  "apps/DaemonSet": (object, status) =>
    rollout(object, status, number(status["desiredNumberScheduled"], -1), [
      "updatedNumberScheduled",
      "numberAvailable",
    ]),
  "batch/Job": (_object, status) => {
    if (holds(status, "Failed")) return failed(message(status, "Failed"));
    return holds(status, "Complete") ? ready : waiting(`${number(status["active"], 0)} pods active, not complete`);
  },
  "/Pod": (_object, status) => {
    if (status["phase"] === "Failed")
      return failed(`pod failed: ${textOf(status["message"] ?? status["reason"] ?? "")}`);
    return status["phase"] === "Succeeded" || holds(status, "Ready") ? ready : waiting(message(status, "Ready"));
  },
  "/PersistentVolumeClaim": (_object, status) =>
    status["phase"] === "Bound" ? ready : waiting("not bound to a volume"),
  "/Namespace": (_object, status) =>
    status["phase"] === "Active" ? ready : waiting(`phase ${textOf(status["phase"])}`),
  "/Service": (_object, status, spec) =>
    spec["type"] !== "LoadBalancer" || hasIngress(status) ? ready : waiting("no load balancer address"),
  "networking.k8s.io/Ingress": (_object, status) => (hasIngress(status) ? ready : waiting("no load balancer address")),
  "apiextensions.k8s.io/CustomResourceDefinition": (_object, status) => {
    if (condition(status, "NamesAccepted")?.["status"] === "False") return failed(message(status, "NamesAccepted"));
    return holds(status, "Established") ? ready : waiting("not established");
  },
  "apiregistration.k8s.io/APIService": (_object, status) =>
    holds(status, "Available") ? ready : waiting(message(status, "Available")),
};

/** The built-in readiness of a kind. */
export function readinessOf(object: ApiObject): Readiness {
  const group = object.apiVersion.includes("/") ? object.apiVersion.split("/")[0] : "";
  return checks[`${group}/${object.kind}`]?.(object, objectAt(object, "status"), objectAt(object, "spec")) ?? ready;
}

/**
 * Readiness by the `pulumi.com/waitFor` annotation: `condition=Ready`, `condition=Ready=False`,
 * `jsonpath={.status.phase}=Running`, `jsonpath={.status.phase}`, or a JSON list of such texts.
 */
export function waitedFor(object: ApiObject, expression: string): Readiness {
  const all = expression.trim().startsWith("[") ? (JSON.parse(expression) as string[]) : [expression];
  const missing = all.filter((one) => !satisfied(object, one));
  return missing.length === 0 ? ready : waiting(`waiting for ${missing.join(", ")}`);
}

function satisfied(object: ApiObject, expression: string): boolean {
  const [, type, wanted = "True"] = /^condition=([^=]+)(?:=(.*))?$/.exec(expression) ?? [];
  if (type) {
    const found = condition(objectAt(object, "status"), type);
    return textOf(found?.["status"]).toLowerCase() === wanted.toLowerCase();
  }
  const [, path, value] = /^jsonpath=\{?([^}=]+)\}?(?:=(.*))?$/.exec(expression) ?? [];
  if (!path) throw new Error(`pulumi.com/waitFor cannot be read: ${expression}`);
  const found = path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (at as Properties | undefined)?.[key], object);
  return value === undefined ? found !== undefined : textOf(found) === value;
}

function rollout(object: ApiObject, status: Properties, wanted: number, counts: readonly string[]): Readiness {
  if (number(status["observedGeneration"], 0) < number(object.metadata.generation, 0))
    return waiting("not yet observed");
  const off = counts.filter((count) => number(status[count], 0) !== wanted);
  return off.length === 0
    ? ready
    : waiting(off.map((count) => `${count} ${number(status[count], 0)}/${wanted}`).join(", "));
}

function condition(status: Properties, type: string): Properties | undefined {
  const conditions = (status["conditions"] ?? []) as Properties[];
  return conditions.find((candidate) => candidate["type"] === type);
}

function holds(status: Properties, type: string): boolean {
  return condition(status, type)?.["status"] === "True";
}

function message(status: Properties, type: string): string {
  const found = condition(status, type);
  return found
    ? `${type}: ${textOf(found["message"] ?? found["reason"] ?? found["status"])}`
    : `no condition ${type} yet`;
}

function hasIngress(status: Properties): boolean {
  return ((objectAt(status, "loadBalancer")["ingress"] ?? []) as unknown[]).length > 0;
}

function number(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
