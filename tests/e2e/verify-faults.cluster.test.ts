import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Problem } from "../../infra/model/problems.ts";
import { eventually } from "./support/eventually.ts";
import { Faults } from "./support/fault.ts";
import { createKubectl } from "./support/kubectl.ts";
import { runCli } from "./support/run-program.ts";
import { becomesGreen, toLines, verifyLines } from "./support/verify-lines.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const faults = new Faults(kubectl);
const verify = (): Promise<string[]> => verifyLines(platform.kubeconfig);
const green = (): Promise<void> => becomesGreen(faults, platform.kubeconfig);

describe("faults of what is delivered, stored and traced", () => {
  let found: string[] = [];
  beforeAll(async () => {
    await faults.change("component", "kubernetes-secrets", {
      scopes: ["todo-backend", "notification-service", "recurring-task-service", "event-service", "mcp-tools"],
    });
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

  test("and verify is green again once they are mended", green, 200_000);
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
  await green();
  expect((await runCli(["verify", "--cluster", platform.cluster, "--json"])).code).toBe(0);
}, 300_000);

// The other files get the platform as it was.
afterAll(green, 300_000);
