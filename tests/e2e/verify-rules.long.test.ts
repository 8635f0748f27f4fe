import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { Faults } from "./support/fault.ts";
import { createKubectl } from "./support/kubectl.ts";
import { becomesGreen, verifyLines } from "./support/verify-lines.ts";

const platform = inject("platform");
const faults = new Faults(createKubectl(platform));
const verify = (): Promise<string[]> => verifyLines(platform.kubeconfig);
const green = (): Promise<void> => becomesGreen(faults, platform.kubeconfig);

const callers = (code: string, object: string): string[] =>
  // The backend's own sidecar is down with the component that is gone.
  ["todo-frontend"].map((app) => `${code} ${app}${object}`);

describe("faults of rules, policies and sidecars", () => {
  let found: string[] = [];
  beforeAll(async () => {
    await faults.remove("resiliency", "app-resiliency");
    await faults.remove("component", "kafka-pubsub");
    await faults.change("configuration.dapr.io", "app-config-audit-service", {
      spec: { accessControl: null, secrets: null },
    });
    await faults.change("deployment", "notification-service", {
      spec: { template: { metadata: { annotations: { "dapr.io/enabled": "false" } } } },
    });
    found = await eventually(async () => {
      const lines = await verify();
      expect(lines).toContain("TP0901 notification-service/pod");
      expect(lines).toEqual(
        expect.arrayContaining([...callers("TP0915", "/invoke/audit-service"), "TP0903 audit-service/component"]),
      );
      return lines;
    }, 240_000);
  });

  test.each([
    {
      fault: "a component that is gone",
      lines: ["TP0903 audit-service/component", "TP0903 todo-backend/component"],
    },
    { fault: "a Resiliency that is gone", lines: ["TP0908 audit-service/resiliency"] },
    {
      fault: "a Configuration without access control",
      lines: callers("TP0915", "/invoke/audit-service"),
    },
    { fault: "a Configuration without a secret scope", lines: ["TP0912 audit-service/secret/postgres-credentials"] },
    { fault: "a pod without its sidecar", lines: ["TP0901 notification-service/pod"] },
  ])("$fault is named", ({ lines }) => {
    expect(found.filter((line) => lines.includes(line))).toEqual(lines);
  });

  test("and verify is green again once they are mended", green, 200_000);
});

afterAll(green, 300_000);
