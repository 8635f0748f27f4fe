import { beforeAll, describe, expect, test } from "vitest";
import { todoTopology } from "@todo-platform/contracts";
import { rabbitmqDefinitions } from "../../../infra/components/rabbitmq-files.ts";
import { program } from "../../../infra/program.ts";
import { record, type Recorded } from "./record.ts";

const base = {
  target: "local",
  registry: "10.0.0.2:5000",
  kubeconfig: "/does/not/exist",
  charts: '{"dapr":"/charts/dapr"}',
};
let graph: Recorded[] = [];
const named = (name: string) => graph.find((resource) => resource.name === name);
const podOf = (name: string) => named(name)?.inputs.spec.template.spec;
const serverNames = (): string[] =>
  graph.filter(({ type }) => type.endsWith(":StatefulSet")).map(({ inputs }) => inputs.metadata.name as string);

beforeAll(async () => {
  const chosen = { stateStore: "etcd", pubsub: "rabbitmq", secretStore: "vault" };
  graph = await record({ ...base, ...chosen }, program);
});

describe("a stack that chooses etcd, RabbitMQ and Vault", () => {
  test("has these servers, PostgreSQL for the apps, and no Kafka", () => {
    expect(serverNames().sort()).toEqual(["etcd", "postgres", "rabbitmq"]);
    expect(named("todo-vault-server")?.type).toBe("kubernetes:apps/v1:Deployment");
    expect(graph.filter(({ name }) => name.startsWith("todo-kafka"))).toEqual([]);
  });

  test.each(["todo-etcd-server", "todo-rabbitmq-server", "todo-vault-server"])(
    "runs %s as non-root, read-only, without an account and without a secret among its variables",
    (name) => {
      const { securityContext, containers, automountServiceAccountToken } = podOf(name);
      expect([securityContext.runAsNonRoot, automountServiceAccountToken]).toEqual([true, false]);
      for (const { securityContext: own, env } of containers) {
        expect(own).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(JSON.stringify(env ?? [])).not.toMatch(/password|token|secretKeyRef/i);
      }
    },
  );

  test("lets etcd's clients in by the certificate of their own only", () => {
    const [file] = Object.values<string>(named("todo-etcd-config")?.inputs.data);
    expect(file).toContain("client-cert-auth: true");
    expect(file).toContain('allowed-hostname: ["client.etcd.todo-app.svc.cluster.local"]');
    const names = (request: string) => named(`todo-ca-${request}-request`)?.inputs.dnsNames;
    expect(names("etcd-client")).toEqual(["client.etcd.todo-app.svc.cluster.local"]);
    expect(names("etcd")).not.toContain("client.etcd.todo-app.svc.cluster.local");
  });

  test("gives the components their Secrets, before sidecars load them", () => {
    const made = ["etcd", "rabbitmq", "vault"].map((server) => named(`todo-${server}-secret`)?.inputs.metadata.name);
    expect(made).toEqual(["etcd-credentials", "rabbitmq-credentials", "vault-credentials"]);
    const needed = named("todo-dapr-objects")?.dependencies;
    expect(needed).toEqual(expect.arrayContaining(["todo-etcd-secret", "todo-rabbitmq-secret", "todo-vault-secret"]));
  });

  test("lets RabbitMQ's user touch the names of the topology only, all of which are there beforehand", () => {
    const { users, permissions, exchanges, queues, bindings } = rabbitmqDefinitions(todoTopology, "from the stack");
    expect(users).toEqual([{ name: "dapr", password: "from the stack", tags: "" }]);
    const [{ configure, write, read } = { configure: "", write: "", read: "" }] = permissions;
    expect([write, read]).toEqual([configure, configure]);
    const allowed = new RegExp(configure);
    expect(["task-events", "audit-service-task-events-dead-letter"].map((name) => allowed.test(name))).toEqual([
      true,
      true,
    ]);
    expect(["amq.topic", "task-events2", "another"].map((name) => allowed.test(name))).toEqual([false, false, false]);
    expect(exchanges.map(({ name }) => name)).toEqual([
      ...["task-events", "task-events-dead-letter", "reminders", "reminders-dead-letter"],
      ...["audit-logs", "audit-logs-dead-letter"],
    ]);
    // A queue for each subscriber of each topic, and for the one app that takes the dead letters.
    expect([queues.length, bindings.length]).toEqual([10, 10]);
    expect(queues.every(({ durable, auto_delete }) => durable && !auto_delete)).toBe(true);
  });

  test("lets Vault's token read the apps' secrets and nothing else", () => {
    const files = named("todo-vault-config")?.inputs.data;
    expect(files["policy.hcl"].match(/path "[^"]*"/g)).toEqual(
      ["postgres-credentials", "audit-postgres-credentials", "jwt-secret", "demo-user"].map(
        (secret) => `path "secret/data/todo-app/${secret}"`,
      ),
    );
    expect(files["policy.hcl"].match(/capabilities = .*/g)).toEqual(Array(4).fill('capabilities = ["read"]'));
    expect(files["start.sh"]).toContain('"no_default_policy":true');
  });

  test("copies into Vault only the keys that apps read, after their Secrets are there", () => {
    const { sources } = podOf("todo-vault-server").volumes.find(({ name }: any) => name === "secrets").projected;
    expect(sources.map(({ secret }: any) => [secret.name, secret.items.map(({ key }: any) => key)])).toEqual([
      ["postgres-credentials", ["connection-string"]],
      ["audit-postgres-credentials", ["connection-string"]],
      ["jwt-secret", ["key"]],
      ["demo-user", ["username", "password"]],
    ]);
    expect(named("todo-vault")?.dependencies).toEqual(
      expect.arrayContaining(["todo-secrets-jwt-secret", "todo-databases-todo-backend-connection"]),
    );
  });

  test("takes from the apps the right to read Secrets of Kubernetes", () => {
    expect(graph.filter(({ type }) => type.endsWith(":Role"))).toEqual([]);
    const accounts = graph
      .filter(({ name }) => name.endsWith("-service-deployment") || name === "todo-backend-deployment")
      .map(({ name }) => podOf(name).automountServiceAccountToken as boolean);
    expect([accounts.length > 4, accounts.some((mounted) => mounted)]).toEqual([true, false]);
  });
});
