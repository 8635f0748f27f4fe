import { beforeAll, describe, expect, test } from "vitest";
import log from "@pulumi/pulumi/log/index.js";
import { program } from "../../../infra/program.ts";
import { localPlatform } from "../platforms.ts";
import { record, type Recorded } from "./record.ts";

let graph: Recorded[] = [];

const ofType = (type: string): Recorded[] => graph.filter((resource) => resource.type === type);
const named = (name: string): Recorded => {
  const found = graph.find((resource) => resource.name === name);
  if (!found) throw new Error(`nothing is registered as ${name}`);
  return found;
};
const workloads = () => graph.filter(({ type }) => /:(Deployment|StatefulSet|Job)$/.test(type));
const podOf = (workload: Recorded) => workload.inputs.spec.template.spec;

/** All that a resource waits for: its dependencies and its parent, and theirs. */
const reachable = (name: string): Set<string> => {
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const resource = graph.find((candidate) => candidate.name === at);
    resource?.dependencies.forEach(visit);
    if (resource?.parent !== undefined) visit(resource.parent);
  };
  visit(name);
  return seen;
};

beforeAll(async () => {
  graph = await record(
    { target: "local", registry: "10.0.0.2:5000", kubeconfig: "/does/not/exist", charts: '{"dapr":"/charts/dapr"}' },
    program,
  );
});

describe("the recorded platform", () => {
  test("gives every resource but the stack's own a parent", () => {
    const orphans = graph.filter(
      (resource) => resource.parent === undefined && resource.type !== "pulumi:pulumi:Stack",
    );
    expect(orphans.map(({ name }) => name).sort()).toEqual(["cluster", "todo"]);
  });

  test("is registered without debug messages, which would hold every secret", async () => {
    // The SDK's own function fails without an engine's log; the silenced one has nothing to do.
    expect(await log.debug("RegisterResource RPC finished")).toBeUndefined();
    expect(log.debug.toString()).not.toContain("getEngine");
  });

  test("names every Kubernetes object explicitly", () => {
    const anonymous = graph.filter(
      ({ type, inputs }) => type.startsWith("kubernetes:") && !type.includes("helm") && !inputs.metadata?.name,
    );
    expect(anonymous.map(({ name }) => name)).toEqual([]);
    expect(graph.filter(({ type }) => type.startsWith("kubernetes:")).length).toBeGreaterThan(80);
  });

  test("runs every pod as non-root with a read-only root, no capabilities and seccomp", () => {
    expect(
      workloads()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      "audit-service-deployment",
      "event-service-deployment",
      "mcp-tools-deployment",
      "notification-service-deployment",
      "recurring-task-service-deployment",
      "reminder-service-deployment",
      "todo-backend-deployment",
      "todo-databases-job",
      "todo-frontend-deployment",
      "todo-kafka-broker",
      "todo-kafka-topics-job",
      "todo-messages-server",
      "todo-postgres-server",
      "todo-tracing-server",
    ]);
    for (const workload of workloads()) {
      const pod = podOf(workload);
      expect([workload.name, pod.securityContext.runAsNonRoot, pod.securityContext.seccompProfile]).toEqual([
        workload.name,
        true,
        { type: "RuntimeDefault" },
      ]);
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(Object.keys(container.resources).sort()).toEqual(["limits", "requests"]);
      }
    }
  });

  test("enforces Pod Security `restricted` in every namespace", () => {
    const namespaces = ofType("kubernetes:core/v1:Namespace");
    expect(namespaces.map(({ inputs }) => inputs.metadata.name).sort()).toEqual([
      "dapr-system",
      "kafka",
      "monitoring",
      "todo-app",
    ]);
    for (const { inputs } of namespaces)
      expect(inputs.metadata.labels["pod-security.kubernetes.io/enforce"]).toBe("restricted");
  });

  test("has no secret value outside of Secrets and providers of secrets but the key that Dapr's chart takes", () => {
    const leaks = graph.filter(
      ({ type, inputs }) => JSON.stringify(inputs).includes('{"secret":') && !/:Secret$|^tls:|^random:/.test(type),
    );
    expect(leaks.map(({ name }) => name)).toEqual(["todo-dapr-release"]);
    for (const secret of ofType("kubernetes:core/v1:Secret").filter(({ name }) => name !== "todo-secrets-platform-ca"))
      expect([secret.name, JSON.stringify(secret.inputs).includes('"secret":')]).toEqual([secret.name, true]);
  });

  test("gives Dapr's chart its authority, of which the issuer's key alone is a secret", () => {
    const values = graph.find(({ name }) => name === "todo-dapr-release")?.inputs.values as Record<string, object>;
    const { tls } = values["dapr_sentry"] as unknown as { tls: Record<"root" | "issuer", Record<string, unknown>> };
    expect([Object.keys(tls.root), Object.keys(tls.issuer)]).toEqual([["certPEM"], ["certPEM", "keyPEM"]]);
    expect(tls.issuer["keyPEM"]).toHaveProperty("secret");
    expect(JSON.stringify(values).match(/\{"secret":/g)).toHaveLength(1);
  });

  test("applies Dapr objects only after CRDs, control plane, topics and databases", () => {
    for (const type of [
      "dapr.io/v1alpha1:Component",
      "dapr.io/v2alpha1:Subscription",
      "dapr.io/v1alpha1:Configuration",
      "dapr.io/v1alpha1:Resiliency",
    ])
      for (const object of ofType(`kubernetes:${type}`)) {
        const before = reachable(object.name);
        const expected = [
          "todo-dapr-release",
          "todo-dapr-crd-components.dapr.io",
          "todo-kafka-topics-job",
          "todo-databases-job",
        ];
        expect([object.name, expected.filter((name) => !before.has(name))]).toEqual([object.name, []]);
      }
  });

  test("starts apps only after every Dapr object", () => {
    const objects = graph.filter(({ type }) => type.startsWith("kubernetes:dapr.io/")).map(({ name }) => name);
    expect(objects).toHaveLength(28);
    for (const app of Object.keys(localPlatform.topology.apps)) {
      const before = reachable(`${app}-deployment`);
      expect([app, objects.filter((name) => !before.has(name))]).toEqual([app, []]);
    }
  });

  test("gives a disruption budget to apps with several replicas only", () => {
    expect(ofType("kubernetes:policy/v1:PodDisruptionBudget").map(({ inputs }) => inputs.metadata.name)).toEqual([
      "todo-backend",
    ]);
  });

  test("lets an app's account read exactly its own secrets", () => {
    const rules = ofType("kubernetes:rbac.authorization.k8s.io/v1:Role").map(({ inputs }) => [
      inputs.metadata.name,
      inputs.rules,
    ]);
    const get = (resourceNames: string[]) => [
      { apiGroups: [""], resources: ["secrets"], verbs: ["get"], resourceNames },
    ];
    expect(Object.fromEntries(rules)).toEqual({
      "todo-backend-secrets": get(["demo-user", "jwt-secret", "postgres-credentials"]),
      "notification-service-secrets": get(["jwt-secret"]),
      "audit-service-secrets": get(["audit-postgres-credentials", "jwt-secret"]),
      "event-service-secrets": get(["jwt-secret"]),
      "recurring-task-service-secrets": get(["jwt-secret"]),
      "mcp-tools-secrets": get(["jwt-secret"]),
    });
  });

  test("puts Dapr's annotations on the pod template, where the injector looks", () => {
    const { inputs } = named("todo-backend-deployment");
    expect(inputs.metadata.annotations).toBeUndefined();
    expect(inputs.spec.template.metadata.annotations["dapr.io/app-id"]).toBe("todo-backend");
    expect(inputs.spec.template.metadata.labels["todo-platform.io/sidecar"]).toBe("dapr");
  });
});
