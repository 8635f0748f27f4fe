import type { EventSummary } from "@todo-platform/contracts";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ScaledObjectManifest } from "../../infra/model/scaling/scaler-manifests.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { appsNamespace as namespace } from "./support/mesh.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { whilePodHeld } from "./support/operators/hold-pod.ts";
import { applyObjects, installOperator, removeObjects } from "./support/operators/install.ts";
import { kedaOperator } from "./support/operators/keda.ts";
import { lagProbe, probeName } from "./support/operators/lag-probe.ts";
import { signUp, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster } = platform;
const kubectl = createKubectl(platform);
const app = "event-service";
const [minReplicas, maxReplicas, records] = [1, 3, 20];
const scaling = { [app]: { minReplicas, maxReplicas, by: { kind: "lag", records }, calm: "15s" } };
let operator: ReturnType<typeof kedaOperator>;

beforeAll(async () => {
  await ensureTools(["keda"], createProgress());
  operator = kedaOperator();
  await installOperator(kubectl, cluster, operator);
  await applyPlatform(cluster, { operators: "existing", scaling });
}, 1_200_000);

afterAll(async () => {
  await applyPlatform(cluster);
  await removeObjects(kubectl, [...operator.crds, ...operator.objects]);
  await kubectl.run(["rollout", "status", "-n", namespace, `deployment/${app}`, "--timeout=180s"]);
}, 600_000);

interface Scaled extends ScaledObjectManifest {
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
    readonly externalMetricNames?: readonly string[];
  };
}

const scaler = (): Promise<Scaled> => kubectl.get<Scaled>("scaledobject", app, "-n", namespace);

/** Replicas that are wanted, and those that take events. */
const replicas = async (): Promise<{ wanted: number; ready: number }> => {
  const { spec, status } = await kubectl.get<{
    spec: { replicas: number };
    status: { readyReplicas?: number };
  }>("deployment", app, "-n", namespace);
  return { wanted: spec.replicas, ready: status.readyReplicas ?? 0 };
};

/** What waits for the app, as Kubernetes' own autoscaler hears it from KEDA's server of metrics. */
const lag = async (): Promise<number> => {
  const [name] = (await scaler()).status?.externalMetricNames ?? [];
  const label = encodeURIComponent(`scaledobject.keda.sh/name=${app}`);
  const path = `/apis/external.metrics.k8s.io/v1beta1/namespaces/${namespace}/${name}?labelSelector=${label}`;
  const { items } = JSON.parse(await kubectl.run(["get", "--raw", path])) as { items: { value: string }[] };
  const value = items[0]?.value ?? "";
  return value.endsWith("m") ? Number(value.slice(0, -1)) / 1000 : Number(value);
};

describe("KEDA", () => {
  test("reads at Kafka what waits for the app", async () => {
    await eventually(
      async () => {
        const { status } = await scaler();
        expect(status?.conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "True" }));
        expect(await lag()).toBe(0);
      },
      240_000,
      1000,
    );
    expect((await replicas()).wanted).toBe(minReplicas);
  });

  test("signs in as the app, so Kafka shows it no topic that the app may not read", async () => {
    const probe = lagProbe(await scaler(), "reminders");
    await applyObjects(kubectl, probe);
    await eventually(
      async () => {
        const events = await kubectl.list<{ message: string }>(
          ...["events", "-n", namespace, "--field-selector", `involvedObject.name=${probeName}`],
        );
        expect(events.map(({ message }) => message).join("\n")).toMatch(/not authorized/);
      },
      120_000,
      1000,
    );
    await removeObjects(kubectl, probe);
  });

  test("gives the app more replicas while events wait for it, which take them, and fewer again in calm", async () => {
    const users: TodoApi[] = [];
    for (const name of ["ada", "bob", "eve"]) users.push(await signUp(platform, `lag-${name}`));
    const [pod] = await kubectl.list("pods", "-n", namespace, "-l", `app.kubernetes.io/name=${app}`);
    const each = records;
    await whilePodHeld(cluster, pod?.metadata.name ?? "", async () => {
      for (const user of users) for (let index = 0; index < each; index++) await user.addTask(`One of many ${index}`);
      await eventually(async () => expect((await replicas()).wanted).toBe(maxReplicas), 240_000, 1000);
      // The held one is not ready, so what takes the events is new.
      await eventually(async () => expect((await replicas()).ready).toBeGreaterThanOrEqual(1), 240_000, 1000);
      await eventually(async () => expect(await lag()).toBe(0), 240_000, 1000);
    });
    for (const user of users)
      await eventually(async () => {
        const summary = await user.call("GET", "/api/events/summary");
        expect((await summary.json()) as EventSummary).toMatchObject({ created: each });
      }, 60_000);
    await eventually(async () => expect(await replicas()).toEqual({ wanted: minReplicas, ready: 1 }), 300_000, 1000);
  });
});
