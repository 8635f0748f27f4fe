import { describe, expect, it } from "vitest";
import type { ApiObject } from "../../../../local/pulumi/kubernetes/api-object.ts";
import { readinessOf, waitedFor } from "../../../../local/pulumi/kubernetes/readiness.ts";

type Fields = { spec?: object; status?: object; generation?: number };

function object(apiVersion: string, kind: string, { generation = 1, ...fields }: Fields = {}): ApiObject {
  return { apiVersion, kind, metadata: { name: "x", generation }, ...fields };
}
const condition = (type: string, status = "True", message = ""): object => ({
  conditions: [{ type, status, message }],
});
const stuck = { type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" };
const rolledOut = { observedGeneration: 1, replicas: 2, updatedReplicas: 2, availableReplicas: 2, readyReplicas: 2 };
const ready = { state: "ready" };

describe("readiness by kind", () => {
  it.each([
    ["a stored ConfigMap", object("v1", "ConfigMap"), ready],
    ["a rolled out Deployment", object("apps/v1", "Deployment", { spec: { replicas: 2 }, status: rolledOut }), ready],
    [
      "a Deployment whose last pod is missing",
      object("apps/v1", "Deployment", { spec: { replicas: 2 }, status: { ...rolledOut, availableReplicas: 1 } }),
      { state: "waiting", reason: "availableReplicas 1/2" },
    ],
    [
      "a Deployment with an old pod left",
      object("apps/v1", "Deployment", { spec: { replicas: 2 }, status: { ...rolledOut, replicas: 3 } }),
      { state: "waiting", reason: "replicas 3/2" },
    ],
    [
      "a Deployment the controller has not seen yet",
      object("apps/v1", "Deployment", { spec: { replicas: 2 }, status: rolledOut, generation: 2 }),
      { state: "waiting", reason: "not yet observed" },
    ],
    [
      "a Deployment that makes no progress",
      object("apps/v1", "Deployment", {
        status: { observedGeneration: 1, conditions: [stuck] },
      }),
      { state: "failed", reason: "Progressing: ProgressDeadlineExceeded" },
    ],
    [
      "a Deployment that was changed after it had made no progress",
      object("apps/v1", "Deployment", { generation: 2, status: { observedGeneration: 1, conditions: [stuck] } }),
      { state: "waiting", reason: "not yet observed" },
    ],
    [
      "a StatefulSet of none",
      object("apps/v1", "StatefulSet", { spec: { replicas: 0 }, status: { observedGeneration: 1 } }),
      ready,
    ],
    [
      "a DaemonSet on one of two nodes",
      object("apps/v1", "DaemonSet", {
        status: { observedGeneration: 1, desiredNumberScheduled: 2, updatedNumberScheduled: 2, numberAvailable: 1 },
      }),
      { state: "waiting", reason: "numberAvailable 1/2" },
    ],
    ["a complete Job", object("batch/v1", "Job", { status: condition("Complete") }), ready],
    [
      "a failed Job",
      object("batch/v1", "Job", { status: condition("Failed", "True", "backoff limit reached") }),
      { state: "failed", reason: "Failed: backoff limit reached" },
    ],
    [
      "a running Job",
      object("batch/v1", "Job", { status: { active: 1 } }),
      { state: "waiting", reason: "1 pods active, not complete" },
    ],
    ["a pod that has done its work", object("v1", "Pod", { status: { phase: "Succeeded" } }), ready],
    [
      "a failed pod",
      object("v1", "Pod", { status: { phase: "Failed", reason: "Evicted" } }),
      { state: "failed", reason: "pod failed: Evicted" },
    ],
    [
      "an unbound claim",
      object("v1", "PersistentVolumeClaim", { status: { phase: "Pending" } }),
      { state: "waiting", reason: "not bound to a volume" },
    ],
    [
      "a load balancer without address",
      object("v1", "Service", { spec: { type: "LoadBalancer" } }),
      { state: "waiting", reason: "no load balancer address" },
    ],
    [
      "an established definition",
      object("apiextensions.k8s.io/v1", "CustomResourceDefinition", { status: condition("Established") }),
      ready,
    ],
    [
      "a definition whose names are taken",
      object("apiextensions.k8s.io/v1", "CustomResourceDefinition", {
        status: condition("NamesAccepted", "False", "taken"),
      }),
      { state: "failed", reason: "NamesAccepted: taken" },
    ],
  ])("%s", (_title, given, expected) => {
    expect(readinessOf(given)).toEqual(expected);
  });
});

describe("pulumi.com/waitFor", () => {
  const topic = object("kafka.example/v1", "Topic", {
    status: { ...condition("Ready"), phase: "Running", list: [{ a: 1 }] },
  });
  it.each([
    ["condition=Ready", true],
    ["condition=Ready=False", false],
    ["condition=Synced", false],
    ["jsonpath={.status.phase}=Running", true],
    ["jsonpath={.status.phase}=Pending", false],
    ["jsonpath={.status.list[0].a}=1", true],
    ["jsonpath={.status.phase}", true],
    ["jsonpath={.status.absent}", false],
    ['["condition=Ready", "jsonpath={.status.phase}=Running"]', true],
    ['["condition=Ready", "condition=Synced"]', false],
  ])("%s is %s", (expression, met) => {
    expect(waitedFor(topic, expression).state).toBe(met ? "ready" : "waiting");
  });

  it("refuses what it cannot read", () => {
    expect(() => waitedFor(topic, "Ready")).toThrow("pulumi.com/waitFor cannot be read: Ready");
  });
});
