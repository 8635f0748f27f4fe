import { describe, expect, test } from "vitest";
import { driftReport, driftText, type LiveObject } from "../../../infra/drift/drift-report.ts";
import { fieldOwners } from "../../../infra/drift/field-owners.ts";
import { splitPath } from "../../../infra/drift/field-path.ts";
import type { Preview, PreviewStep } from "../../../infra/review/preview/preview.ts";

const deployment = (image: string, replicas: number): Record<string, unknown> => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "till", namespace: "shop" },
  spec: { replicas, template: { spec: { containers: [{ name: "till", image }] } } },
});
const urn = "urn:pulumi:p::p::kubernetes:apps/v1:Deployment::till";
const step = (
  op: PreviewStep["op"],
  before?: Record<string, unknown>,
  after?: Record<string, unknown>,
): PreviewStep => ({
  urn,
  type: "kubernetes:apps/v1:Deployment",
  op,
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
  paths: [],
});
const preview = (...steps: PreviewStep[]): Preview => ({
  steps,
  violations: [],
  diagnostics: [],
  packs: [],
  isComplete: true,
});

const live: LiveObject = {
  ...deployment("shop/evil", 5),
  metadata: {
    managedFields: [
      {
        manager: "pulumi-kubernetes-1a2b",
        operation: "Apply",
        time: "2026-11-01T08:00:00Z",
        fieldsV1: { "f:spec": { "f:replicas": {}, "f:template": {} } },
      },
      {
        manager: "kube-controller-manager",
        operation: "Update",
        time: "2026-11-02T08:00:00Z",
        fieldsV1: { "f:spec": { "f:replicas": {} } },
      },
      {
        manager: "kubectl-edit",
        operation: "Update",
        time: "2026-11-03T08:00:00Z",
        fieldsV1: {
          "f:spec": {
            "f:template": { "f:spec": { "f:containers": { 'k:{"name":"till"}': { ".": {}, "f:image": {} } } } },
          },
        },
      },
    ],
  },
};

describe("who set a field", () => {
  const managed = live.metadata?.managedFields ?? [];
  test.each([
    ["spec.replicas", ["kube-controller-manager", "pulumi-kubernetes-1a2b"]],
    // The engine's provider owns the whole template.
    ["spec.template.spec.containers[0].image", ["kubectl-edit", "pulumi-kubernetes-1a2b"]],
    ["spec.template.spec.containers[0].env", ["pulumi-kubernetes-1a2b"]],
    ["spec.template.spec.containers[7].image", ["pulumi-kubernetes-1a2b"]],
    ["metadata.labels", []],
  ])("%s: %j, the latest first", (path, managers) => {
    expect(fieldOwners(managed, live, splitPath(path)).map(({ manager }) => manager)).toEqual(managers);
  });

  test("paths with dots, quotes and places are taken apart", () => {
    expect(splitPath('metadata.annotations["a.b/\\"c"].x[3]')).toEqual(["metadata", "annotations", 'a.b/\\"c', "x", 3]);
  });
});

describe("a drift report", () => {
  const drifted = step("update", deployment("shop/1", 2), deployment("shop/evil", 5));

  test("says of each field what it was, what it is, and who did it when", () => {
    expect(driftReport(preview(), preview(drifted), () => live)).toEqual({
      unapplied: [],
      drifted: [
        {
          resource: "Deployment shop/till",
          urn,
          fate: "changed",
          fields: [
            {
              path: "spec.replicas",
              applied: "2",
              live: "5",
              by: {
                manager: "kube-controller-manager",
                operation: "Update",
                time: "2026-11-02T08:00:00Z",
                who: "a controller of Kubernetes, a scaler among them",
              },
            },
            {
              path: "spec.template.spec.containers[0].image",
              applied: '"shop/1"',
              live: '"shop/evil"',
              by: {
                manager: "kubectl-edit",
                operation: "Update",
                time: "2026-11-03T08:00:00Z",
                who: "somebody with kubectl",
              },
            },
          ],
        },
      ],
    });
  });

  test("names nobody where the cluster cannot be asked", () => {
    const [found] = driftReport(preview(), preview(drifted), () => undefined).drifted;
    expect(found?.fields.map(({ by }) => by)).toEqual([undefined, undefined]);
  });

  test("says what is gone, and what was never applied", () => {
    const text = driftText(
      driftReport(
        preview(step("update", deployment("shop/1", 2), deployment("shop/2", 2))),
        preview(step("delete", deployment("shop/1", 2))),
        () => undefined,
      ),
    );
    expect(text.split("\n")).toEqual([
      "Not applied yet: 1",
      "  update Deployment shop/till (spec.template.spec.containers[0].image)",
      "Changed in the cluster: 1",
      "  Deployment shop/till is deleted",
    ]);
  });

  test("tells no value of a Secret", () => {
    const secret = (password: string) => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "s" },
      stringData: { password },
    });
    const report = driftReport(
      preview(),
      preview(step("update", secret("canary-1"), secret("canary-2"))),
      () => undefined,
    );
    expect(JSON.stringify(report)).toContain("stringData.password");
    expect(JSON.stringify(report)).not.toContain("canary");
  });

  test("is empty where all agree", () => {
    const same = step("same", deployment("shop/1", 2), deployment("shop/1", 2));
    expect(driftText(driftReport(preview(same), preview(same), () => undefined))).toBe(
      "The program asks for nothing that is not applied.\nThe cluster is as it was applied.",
    );
  });
});
