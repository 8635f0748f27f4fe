import { describe, expect, test } from "vitest";
import { AppScheduling } from "../../../infra/components/app-scheduling.ts";
import { AppService } from "../../../infra/components/app-service.ts";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import type { ScalingSpec } from "../../../infra/model/scaling/scaling.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { brokenPlatform, localPlatform } from "../platforms.ts";
import { record, type Recorded } from "./record.ts";

const withScaling = (app: string, scaling: ScalingSpec): PlatformSpec =>
  brokenPlatform((platform) => (platform.services[app].scaling = scaling));

const recorded = (platform: PlatformSpec, app: string): Promise<Recorded[]> =>
  record({}, async () => {
    new AppService(app, { platform, app, namespace: platform.namespace, image: "app:1", authorities: "1" });
    new AppScheduling("scheduling", { platform, namespace: platform.namespace });
  });

const ofKind = (graph: readonly Recorded[], kind: string) => graph.filter(({ inputs }) => inputs.kind === kind);
const only = (graph: readonly Recorded[], kind: string): Recorded["inputs"] => {
  const found = ofKind(graph, kind);
  expect(found.map(({ inputs }) => inputs.metadata.name)).toHaveLength(1);
  return found[0]?.inputs;
};

describe("an app that scales by CPU", () => {
  const scaling: ScalingSpec = { minReplicas: 2, maxReplicas: 3, by: { kind: "cpu", utilization: 70 } };
  const platform = withScaling("todo-frontend", scaling);

  test("is sound", () => {
    expect(checkPlatform(platform)).toEqual([]);
  });

  test("leaves its replicas to the scaler, which looks at the app's own container", async () => {
    const graph = await recorded(platform, "todo-frontend");
    expect(only(graph, "Deployment").spec).not.toHaveProperty("replicas");
    expect(only(graph, "HorizontalPodAutoscaler").spec).toEqual({
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "todo-frontend" },
      minReplicas: 2,
      maxReplicas: 3,
      metrics: [
        {
          type: "ContainerResource",
          containerResource: {
            name: "cpu",
            container: "todo-frontend",
            target: { type: "Utilization", averageUtilization: 70 },
          },
        },
      ],
    });
  });

  test("keeps what a peak brought for as long as the model says", async () => {
    const calm = withScaling("todo-frontend", { ...scaling, calm: "90s" });
    const { spec } = only(await recorded(calm, "todo-frontend"), "HorizontalPodAutoscaler");
    expect(spec.behavior).toEqual({ scaleDown: { stabilizationWindowSeconds: 90 } });
  });

  test("may be moved one pod at a time when it has two at least, and freely when it may have one", async () => {
    expect(ofKind(await recorded(platform, "todo-frontend"), "PodDisruptionBudget")).toHaveLength(1);
    const small = withScaling("todo-frontend", { ...scaling, minReplicas: 1 });
    expect(ofKind(await recorded(small, "todo-frontend"), "PodDisruptionBudget")).toEqual([]);
  });
});

describe("an app that scales by what waits for it", () => {
  const platform = withScaling("audit-service", {
    minReplicas: 1,
    maxReplicas: 3,
    by: { kind: "lag", records: 500 },
  });

  test("looks at each of its topics as itself", async () => {
    const graph = await recorded(platform, "audit-service");
    expect(only(graph, "Deployment").spec).not.toHaveProperty("replicas");
    const { spec } = only(graph, "ScaledObject");
    expect([spec.scaleTargetRef, spec.minReplicaCount, spec.maxReplicaCount]).toEqual([
      { name: "audit-service" },
      1,
      3,
    ]);
    expect(spec.triggers.map((trigger: any) => trigger.metadata)).toEqual(
      ["task-events", "reminders", "audit-logs"].map((topic) => ({
        bootstrapServers: "todo-kafka.kafka.svc.cluster.local:9092",
        consumerGroup: "audit-service",
        topic,
        lagThreshold: "500",
        offsetResetPolicy: "earliest",
        sasl: "scram_sha512",
        tls: "enable",
      })),
    );
    expect(only(graph, "TriggerAuthentication").spec).toEqual({
      env: [{ parameter: "username", name: "APP_ID", containerName: "audit-service" }],
      secretTargetRef: [
        { parameter: "password", name: "audit-service-kafka", key: "password" },
        { parameter: "ca", name: "platform-ca", key: "ca.crt" },
      ],
    });
    const container = only(graph, "Deployment").spec.template.spec.containers[0];
    expect([container.name, container.env[0]]).toEqual(["audit-service", { name: "APP_ID", value: "audit-service" }]);
  });

  test("lets KEDA at the brokers, and no app without it does", async () => {
    const policies = (graph: Recorded[]) =>
      ofKind(graph, "NetworkPolicy").filter(({ inputs }) => inputs.metadata.name === "keda");
    expect(policies(await recorded(platform, "audit-service")).map(({ inputs }) => inputs.spec.ingress)).toEqual([
      [
        {
          from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "keda" } } }],
          ports: [{ port: 9092 }],
        },
      ],
    ]);
    expect(policies(await recorded(localPlatform, "audit-service"))).toEqual([]);
  });
});

describe("pods of a platform that says where they run", () => {
  test("are spread over zones and nodes and have the platform's own priority", async () => {
    const graph = await recorded(todoPlatform(targets.aks), "todo-backend");
    const { template, replicas } = only(graph, "Deployment").spec;
    expect(replicas).toBe(3);
    expect(template.spec.priorityClassName).toBe("todo-app-apps");
    expect(only(graph, "PriorityClass")).toMatchObject({ metadata: { name: "todo-app-apps" }, value: 1_000_000 });
    expect(template.spec.topologySpreadConstraints).toEqual(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: "ScheduleAnyway",
        labelSelector: { matchLabels: { "app.kubernetes.io/name": "todo-backend" } },
        matchLabelKeys: ["pod-template-hash"],
      })),
    );
  });

  test("may reserve what every app needs at most, and not a millicore more", async () => {
    const platform = brokenPlatform((p) => (p.scheduling = { quota: { cpu: "1105m", memory: "6528Mi", pods: 17 } }));
    expect(checkPlatform(platform)).toEqual([]);
    expect(only(await recorded(platform, "todo-backend"), "ResourceQuota").spec.hard).toEqual({
      "requests.cpu": "1105m",
      "requests.memory": "6528Mi",
      pods: "17",
    });
  });
});
