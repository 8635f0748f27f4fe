import { beforeAll, describe, expect, test } from "vitest";
import { TaskPlatform } from "../../../infra/components/task-platform.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { s4Platform } from "../../../infra/model/profiles/s4.ts";
import { targets } from "../../../infra/model/targets.ts";
import { record, type Recorded } from "./record.ts";
import { taskPlatformArgs } from "./task-platform-args.ts";

const platform: PlatformSpec = s4Platform(targets.aks);
let graph: Recorded[] = [];
const named = (name: string) => graph.find((resource) => resource.name === name);

beforeAll(async () => {
  graph = await record({}, async () => {
    new TaskPlatform("todo", {
      ...taskPlatformArgs,
      platform,
      cnpg: { chart: { repository: "https://postgres.example.com/" }, version: "0.29.0" },
      barman: { chart: { repository: "https://postgres.example.com/" }, version: "0.8.0" },
    });
  });
});

describe("profile S4 in production keeps its data in CloudNativePG", () => {
  test("with no server of ours beside it", () => {
    expect(graph.filter(({ type }) => type === "kubernetes:apps/v1:StatefulSet")).toEqual([]);
    expect(
      graph.filter(({ type }) => type.startsWith("kubernetes:postgresql.cnpg.io/")).map(({ name }) => name),
    ).toEqual(expect.arrayContaining(["todo-postgres-cluster", "todo-postgres-tododb", "todo-postgres-backup"]));
  });

  test("from the pinned chart, in a namespace of its own", () => {
    expect(named("todo-postgres-operator-release")?.inputs).toMatchObject({
      chart: "cloudnative-pg",
      version: "0.29.0",
      repositoryOpts: { repo: "https://postgres.example.com/" },
      namespace: "cnpg-system",
    });
  });

  test("with the plugin for its backups beside the operator, known to it by certificates of the platform's CA", () => {
    expect(named("todo-postgres-backups-release")?.inputs).toMatchObject({
      name: "plugin-barman-cloud",
      chart: "plugin-barman-cloud",
      version: "0.8.0",
      repositoryOpts: { repo: "https://postgres.example.com/" },
      namespace: "cnpg-system",
      values: { certificate: { createClientCertificate: false, createServerCertificate: false } },
    });
    expect(
      ["server", "client"].map((side) => {
        const { metadata, type, stringData } = named(`todo-postgres-backups-${side}`)?.inputs ?? {};
        return [metadata.name, metadata.namespace, type, Object.keys(stringData.secret)];
      }),
    ).toEqual([
      ["barman-cloud-server-tls", "cnpg-system", "kubernetes.io/tls", ["tls.crt", "tls.key"]],
      ["barman-cloud-client-tls", "cnpg-system", "kubernetes.io/tls", ["tls.crt", "tls.key"]],
    ]);
    expect(named("todo-postgres-backups-release")?.dependencies).toEqual(
      expect.arrayContaining(["todo-postgres-operator-release", "todo-postgres-backups-server"]),
    );
    expect(named("todo-postgres-cluster")?.dependencies).toContain("todo-postgres-backups-release");
    expect(named("todo-postgres-store")).toBeUndefined();
  });

  test("in order: operator, certificates and roles, cluster, database, connection strings, Dapr objects", () => {
    const { secret, role } = platform.database?.owners[0] ?? {};
    expect(named("todo-postgres-cluster")?.dependencies).toEqual(
      expect.arrayContaining(["todo-postgres-operator-release", "todo-postgres-server", `todo-postgres-${role}-role`]),
    );
    expect(named("todo-postgres-tododb")?.dependencies).toContain("todo-postgres-cluster");
    const connection = named(`todo-postgres-${role}-connection`);
    expect(connection?.inputs.metadata.name).toBe(secret);
    expect(connection?.dependencies).toContain("todo-postgres-tododb");
    expect(named("todo-dapr-objects")?.dependencies).toContain(`todo-postgres-${role}-connection`);
  });

  test("waits for the primary and for each database", () => {
    const annotation = (name: string) => named(name)?.inputs.metadata.annotations?.["pulumi.com/waitFor"];
    expect(annotation("todo-postgres-cluster")).toBe("condition=Ready");
    expect(annotation("todo-postgres-tododb")).toBe("jsonpath={.status.applied}=true");
    expect(annotation("todo-postgres-backup")).toBeUndefined();
  });

  test("has no secret value outside of Secrets but the key that Dapr's chart takes", () => {
    const leaks = graph.filter(
      ({ type, inputs }) =>
        JSON.stringify(inputs).includes('{"secret":') &&
        !/:(Secret|CustomResourceDefinition)$|^tls:|^random:/.test(type),
    );
    expect(leaks.map(({ name }) => name)).toEqual(["todo-dapr-release"]);
  });
});

describe("a database whose store of backups is said", () => {
  const { database } = platform;
  const withStore = {
    ...platform,
    existingSecrets: [...(platform.existingSecrets ?? []), "backup-keys"],
    database: {
      ...database,
      backup: {
        objectStore: {
          destinationPath: "s3://backups/todo",
          credentials: { kind: "s3-keys", secret: "backup-keys", accessKeyId: "id", secretAccessKey: "secret" },
          retention: "30d",
        },
        schedule: "0 0 3 * * *",
      },
    },
  } as PlatformSpec;

  test("has it made after the plugin that knows its kind and before the servers that look for it", async () => {
    const resources = await record({}, async () => {
      new TaskPlatform("todo", { ...taskPlatformArgs, platform: withStore });
    });
    const store = resources.find((resource) => resource.name === "todo-postgres-store");
    expect(store?.type).toBe("kubernetes:barmancloud.cnpg.io/v1:ObjectStore");
    expect(store?.inputs.metadata).toEqual({
      name: "postgres-backups",
      namespace: database?.kind === "cnpg" ? database.namespace : "",
    });
    expect(store?.dependencies).toContain("todo-postgres-backups-release");
    expect(resources.find(({ name }) => name === "todo-postgres-cluster")?.dependencies).toContain(
      "todo-postgres-store",
    );
  });
});
