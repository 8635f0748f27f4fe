import { todoTopology } from "@todo-platform/contracts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Problem } from "../../infra/model/problems.ts";
import { targets } from "../../infra/model/targets.ts";
import { todoPlatform } from "../../infra/model/todo.ts";
import { verifyPlatform } from "../../infra/verify/verify-platform.ts";
import { eventually } from "./support/eventually.ts";
import { Faults } from "./support/fault.ts";
import { createKubectl } from "./support/kubectl.ts";
import { runCli } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const faults = new Faults(kubectl);

/** `code path` of each problem that is found; a pod's name is of no interest. */
const verify = async (): Promise<string[]> => {
  const { problems } = await verifyPlatform(todoPlatform(targets.local), platform.kubeconfig);
  return toLines(problems);
};

const toLines = (problems: readonly Problem[]): string[] =>
  [...new Set(problems.map(({ code, path }) => `${code} ${(path ?? "").replace(/pod\/.*/, "pod")}`))].sort();

const callers = (code: string, object: string): string[] =>
  ["todo-backend", "todo-frontend"].map((app) => `${code} ${app}${object}`);

/** A sidecar that reloaded a Configuration or the Resiliency sends no more spans, so the pods start anew. */
const becomesGreen = async (): Promise<void> => {
  await faults.mend();
  await faults.restart(...Object.keys(todoTopology.apps));
  await eventually(async () => expect(await verify()).toEqual([]), 60_000, 1000);
};

describe("faults of what is delivered, stored and traced", () => {
  let found: string[] = [];
  beforeAll(async () => {
    await faults.change("component", "kubernetes-secrets", { scopes: ["todo-backend", "notification-service"] });
    await faults.change("subscription.dapr.io", "notification-service-task-events", { spec: { topic: "audit-logs" } });
    await faults.remove("subscription.dapr.io", "audit-service-audit-logs");
    await faults.remove("secret", "jwt-secret");
    await faults.change("deployment", "zipkin", { spec: { replicas: 0 } }, "monitoring");
    await kubectl.run([
      "wait",
      "-n",
      "monitoring",
      "--for=delete",
      "pod",
      "-l",
      "app.kubernetes.io/name=zipkin",
      "--timeout=60s",
    ]);
    found = await eventually(async () => {
      const lines = await verify();
      expect(lines).toContain("TP0905 notification-service/subscription");
      expect(lines).toContain("TP0903 audit-service/component");
      expect(lines).toContain("TP0905 audit-service/subscription");
      expect(lines).toContain("TP0921 zipkin/deployment");
      return lines;
    }, 60_000);
  });

  test.each([
    { fault: "a component without an app in its scopes", lines: ["TP0903 audit-service/component"] },
    { fault: "a subscription on another topic", lines: ["TP0905 notification-service/subscription"] },
    { fault: "a subscription that is gone", lines: ["TP0905 audit-service/subscription"] },
    { fault: "an event that nobody takes", lines: ["TP0917 audit-service/subscription/audit-logs"] },
    { fault: "a Secret that is gone", lines: ["TP0911 todo-backend/secret/jwt-secret"] },
    { fault: "a tracing backend that is gone", lines: ["TP0921 zipkin/deployment"] },
  ])("$fault is named", ({ lines }) => {
    expect(found.filter((line) => lines.includes(line))).toEqual(lines);
  });

  // Without its secret store audit-service is not refused a secret either; that is TP0912.
  test("nothing is blamed that is not broken", () => {
    expect(
      found.filter((line) => /^TP09(01|02|07|08|09|10|14|15|18|19|20) |^TP0912 (?!audit-service)/.test(line)),
    ).toEqual([]);
  });

  test("and verify is green again once they are mended", becomesGreen, 200_000);
});

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
    }, 90_000);
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

  test("and verify is green again once they are mended", becomesGreen, 200_000);
});

test("an app that is scaled down is named by the CLI, which exits 1 with one JSON document", async () => {
  await faults.change("deployment", "audit-service", { spec: { replicas: 0 } });
  await kubectl.run([
    "wait",
    "-n",
    "todo-app",
    "--for=delete",
    "pod",
    "-l",
    "app.kubernetes.io/name=audit-service",
    "--timeout=90s",
  ]);
  const { code, stdout } = await runCli(["verify", "--cluster", platform.cluster, "--json"]);
  const { ok, problems } = JSON.parse(stdout) as { ok: boolean; problems: Problem[] };
  expect({ code, ok }).toEqual({ code: 1, ok: false });
  expect(problems.find((problem) => problem.code === "TP0919")).toMatchObject({
    severity: "error",
    path: "audit-service/deployment",
    value: 0,
    message: "1 replicas are expected",
  });
  expect(toLines(problems)).toContain("TP0917 audit-service/subscription/task-events");
  await becomesGreen();
  expect((await runCli(["verify", "--cluster", platform.cluster, "--json"])).code).toBe(0);
}, 300_000);

afterAll(() => faults.mend());
