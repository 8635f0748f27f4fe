import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { installOperator, removeObjects } from "./support/operators/install.ts";
import { kedaOperator } from "./support/operators/keda.ts";
import { podProcesses } from "./support/pod-processes.ts";
import { signIn } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster } = platform;
const kubectl = createKubectl(platform);
const namespace = "todo-app";
const app = "event-service";
const scaling = { [app]: { minReplicas: 1, maxReplicas: 2, by: { kind: "lag", records: 5 }, calm: "15s" } };
let operator: ReturnType<typeof kedaOperator>;

beforeAll(async () => {
  await ensureTools(["keda"], createProgress());
  operator = kedaOperator();
  await installOperator(kubectl, cluster, operator);
  await applyPlatform(cluster, { scaling, scheduling: { priority: 1000 } });
}, 1_200_000);

afterAll(async () => {
  await applyPlatform(cluster);
  await removeObjects(kubectl, [...operator.crds, ...operator.objects]);
}, 600_000);

interface Scaled {
  readonly spec: { readonly replicas: number };
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

const replicas = async (): Promise<number> =>
  (await kubectl.get<Scaled>("deployment", app, "-n", namespace)).spec.replicas;

/** Lets the app, not its sidecar, stand still or go on. */
const signalApp = async (signal: "SIGSTOP" | "SIGCONT"): Promise<void> => {
  const found = (await podProcesses(cluster)).filter(
    ({ command, environment }) => environment.includes(`APP_ID=${app}`) && command.includes("node"),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const { pid } of found) process.kill(pid, signal);
};

describe("KEDA", () => {
  test("signs in to Kafka as the app, and is ready to scale it", async () => {
    await eventually(
      async () => {
        const { status } = await kubectl.get<Scaled>("scaledobject", app, "-n", namespace);
        expect(status?.conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "True" }));
      },
      120_000,
      1000,
    );
    expect(await replicas()).toBe(1);
  });

  test("gives the app a second replica while records wait for it, and takes it away once they are read", async () => {
    const api = await signIn(platform);
    await signalApp("SIGSTOP");
    for (let index = 0; index < 60; index++) await api.addTask(`One of many ${index}`);
    await eventually(async () => expect(await replicas()).toBe(2), 180_000, 1000);
    await signalApp("SIGCONT");
    await eventually(async () => expect(await replicas()).toBe(1), 300_000, 1000);
  });

  test("makes the apps' priority class known", async () => {
    const pods = await kubectl.list<{ spec: { priorityClassName: string; priority: number } }>(
      ...["pods", "-n", namespace, "-l", "todo-platform.io/sidecar=dapr"],
    );
    expect(new Set(pods.map(({ spec }) => `${spec.priorityClassName} ${spec.priority}`))).toEqual(
      new Set(["todo-app-apps 1000"]),
    );
  });
});
