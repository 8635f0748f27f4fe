import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { alertGroups } from "../../infra/model/alerts/alert-groups.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { localPlatform } from "../infra/platforms.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { openMesh, type Mesh } from "./support/mesh.ts";
import { applyPlatform } from "./support/operators/apply-platform.ts";
import { brokenComponent, injectionRefused, podWithoutSidecar } from "./support/operators/fault-objects.ts";
import { installOperator, removeObjects } from "./support/operators/install.ts";
import { openPrometheus, type ActiveAlert, type PrometheusApi } from "./support/operators/prometheus-api.ts";
import { prometheusOperator, prometheusVersion } from "./support/operators/prometheus.ts";
import { podProcesses } from "./support/pod-processes.ts";
import { signIn } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster } = platform;
const kubectl = createKubectl(platform);
const namespace = "todo-app";
/** Scraped more often and told sooner than a platform needs it; every rule stays as it is. */
const observability = {
  labels: { "todo-platform.io/watched": "true" },
  scrapeInterval: "5s",
  alerts: { patience: "10s", outboxSeconds: 10, rootCertificateDays: 365 },
  dashboards: { grafana_dashboard: "1" },
  prometheus: { replicas: 1, retention: "72h", storage: "1Gi", version: prometheusVersion },
};
let operator: ReturnType<typeof prometheusOperator>;
let prometheus: PrometheusApi;
let mesh: Mesh;

beforeAll(async () => {
  await ensureTools(["prometheus", "prometheus-operator"], createProgress());
  operator = prometheusOperator();
  await installOperator(kubectl, cluster, operator);
  await applyPlatform(cluster, { observability });
  await eventually(
    () =>
      kubectl.run(["rollout", "status", "-n", "monitoring", "statefulset/prometheus-todo-platform", "--timeout=60s"]),
    180_000,
    2000,
  );
  prometheus = await openPrometheus(platform, "monitoring");
  mesh = openMesh(platform);
}, 1_200_000);

afterAll(async () => {
  await prometheus?.[Symbol.asyncDispose]();
  await mesh?.[Symbol.asyncDispose]();
  await applyPlatform(cluster);
  await removeObjects(kubectl, [...operator.crds, ...operator.objects]);
}, 600_000);

/** Waits for an alert and returns one of its kind that `picks` takes. */
const fires = (name: string, picks: (alert: ActiveAlert) => boolean = () => true): Promise<ActiveAlert> =>
  eventually(
    async () => {
      const found = (await prometheus.firing(name)).find(picks);
      if (found === undefined) throw new Error(`${name} does not fire`);
      return found;
    },
    150_000,
    1000,
  );

const ends = (name: string, picks: (alert: ActiveAlert) => boolean = () => true): Promise<void> =>
  eventually(async () => expect((await prometheus.firing(name)).filter(picks)).toEqual([]), 180_000, 2000);

/** Stops processes of pods without ending them, for as long as `meanwhile` takes: what waits for them waits. */
const whileFrozen = async <T>(command: RegExp, meanwhile: () => Promise<T>): Promise<T> => {
  const found = (await podProcesses(cluster)).filter((process) => command.test(process.command));
  expect(found.length, `processes like ${command}`).toBeGreaterThan(0);
  for (const { pid } of found) process.kill(pid, "SIGSTOP");
  try {
    return await meanwhile();
  } finally {
    for (const { pid } of found)
      try {
        process.kill(pid, "SIGCONT");
      } catch {
        // Its probes have ended it meanwhile.
      }
  }
};

describe("the Prometheus that its operator runs", () => {
  test("has loaded every rule, and none of them fails", async () => {
    const wanted = alertGroups(localPlatform, { ...observability.alerts, patience: "10s" });
    const names = (rule: object): unknown =>
      "alert" in rule ? rule.alert : "record" in rule ? rule.record : undefined;
    await eventually(
      async () => {
        const loaded = await prometheus.groups();
        expect(loaded.map(({ name, rules }) => [name, rules.map((rule) => [rule.name, rule.health])]).sort()).toEqual(
          wanted.map(({ name, rules }) => [name, rules.map((rule) => [names(rule), "ok"])]).sort(),
        );
      },
      120_000,
      2000,
    );
  });

  test("scrapes every sidecar, every app and every part of the control plane", async () => {
    const pods = await kubectl.list<{ metadata: { name: string } }>(
      ...["pods", "-n", namespace, "-l", "todo-platform.io/sidecar=dapr"],
    );
    const control = await kubectl.list<{ metadata: { name: string } }>("pods", "-n", "dapr-system");
    const wanted = (job: string, names: readonly string[]): string[] => names.map((name) => `${job} ${name} up`);
    const apps = pods.map(({ metadata }) => metadata.name);
    expect(apps.length).toBeGreaterThanOrEqual(8);
    await eventually(
      async () => {
        const targets = await prometheus.targets();
        expect(targets.map(({ labels, health }) => `${labels["job"]} ${labels["pod"]} ${health}`).sort()).toEqual(
          [
            ...wanted("dapr-sidecar", apps),
            ...wanted("app", apps),
            ...wanted(
              "dapr-control-plane",
              control.map(({ metadata }) => metadata.name),
            ),
          ].sort(),
        );
      },
      120_000,
      2000,
    );
  });
});

describe("an alert fires for", () => {
  test("a sidecar that does not answer, and ends when it does again", async () => {
    const down = await whileFrozen(/^\/daprd .*--app-id event-service /, () =>
      fires("DaprSidecarDown", ({ labels }) => labels["app"] === "event-service"),
    );
    expect(down.annotations["summary"]).toMatch(/^The sidecar of event-service-\S+ does not answer$/);
    await ends("DaprSidecarDown");
  });

  test("a part of the control plane that does not answer", async () => {
    await whileFrozen(/^\/placement /, () =>
      fires("DaprControlPlaneDown", ({ labels }) => (labels["pod"] ?? "").startsWith("dapr-placement-server")),
    );
    await ends("DaprControlPlaneDown");
  });

  test("an app without a sidecar", async () => {
    const deployment = await kubectl.get("deployment", "mcp-tools", "-n", namespace);
    const pod = podWithoutSidecar(deployment, namespace);
    await kubectl.run(["apply", "-f", "-"], JSON.stringify(pod));
    await fires("DaprSidecarMissing", ({ labels }) => labels["pod"] === pod.metadata.name);
    await removeObjects(kubectl, [pod]);
    await ends("DaprSidecarMissing");
  });

  test("a component that a sidecar could not make", async () => {
    const component = brokenComponent("event-service", namespace);
    await kubectl.run(["apply", "-f", "-"], JSON.stringify(component));
    await kubectl.run(["delete", "pod", "-n", namespace, "-l", "app.kubernetes.io/name=event-service"]);
    const failed = await fires("DaprComponentInitFailed");
    expect(failed.labels).toMatchObject({ app_id: "event-service", componentName: component.metadata.name });
    await removeObjects(kubectl, [component]);
    await kubectl.run(["delete", "pod", "-n", namespace, "-l", "app.kubernetes.io/name=event-service"]);
  });

  test("a pod that the injector refuses", async () => {
    // Each attempt of the ReplicaSet counts.
    const refused = injectionRefused(namespace);
    await kubectl.run(["apply", "-f", "-"], JSON.stringify(refused));
    await fires("DaprInjectionFails");
    await removeObjects(kubectl, [refused]);
  });

  test("an event that no subscriber can read", async () => {
    const event = {
      specversion: "1.0",
      id: randomUUID(),
      type: "task.created",
      source: "todo-backend",
      data: { a: 1 },
    };
    const sidecar = await mesh.sidecar("todo-backend");
    const headers = { "content-type": "application/cloudevents+json" };
    expect((await sidecar.ask("POST", "/v1.0/publish/kafka-pubsub/task-events", event, headers)).status).toBe(204);
    const letters = await fires("DeadLetters");
    expect(letters.labels["topic"]).toBe("task-events-dead-letter");
  });

  test("changed tasks that wait for the broker, and failed publications", async () => {
    const api = await signIn(platform);
    await kubectl.run(["scale", "-n", "kafka", "statefulset/todo-kafka", "--replicas=0"]);
    await api.addTask("Waits for the broker");
    await fires("OutboxBacklog");
    await fires("DaprPubSubErrors", ({ labels }) => labels["app_id"] === "todo-backend");
    await kubectl.run(["scale", "-n", "kafka", "statefulset/todo-kafka", "--replicas=1"]);
    await ends("OutboxBacklog");
  });

  test("Dapr's own certificates when they end within the time that the model names", async () => {
    await fires("DaprRootCertificateExpires");
  });
});
