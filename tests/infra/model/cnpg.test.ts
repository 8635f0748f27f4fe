import { describe, expect, test } from "vitest";
import {
  toClusterManifest,
  toDatabaseManifest,
  toScheduledBackupManifest,
} from "../../../infra/model/cnpg/manifests.ts";
import { postgresHost, type CnpgDatabaseSpec } from "../../../infra/model/database.ts";
import { databaseFor } from "../../../infra/model/profiles/base.ts";
import { defaultChoice } from "../../../infra/model/platform-choice.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";

const owner = { database: "todo_db", role: "todo-backend", secret: "postgres-credentials", connectionLimit: 30 };
const database = databaseFor(targets.aks, "todo-app", [owner]) as CnpgDatabaseSpec;

describe("PostgreSQL by CloudNativePG", () => {
  test("is three servers with the owners' roles, certificates of the platform's CA, and an archive", () => {
    expect(toClusterManifest(database)).toEqual({
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Cluster",
      metadata: { name: "postgres", namespace: "todo-app" },
      spec: {
        instances: 3,
        storage: { size: "100Gi" },
        resources: { requests: { cpu: "500m", memory: "2Gi" }, limits: { cpu: "2", memory: "2Gi" } },
        affinity: { enablePodAntiAffinity: true, topologyKey: "kubernetes.io/hostname" },
        certificates: { serverTLSSecret: "postgres-server", serverCASecret: "postgres-server-ca" },
        postgresql: {
          parameters: { max_connections: "200", password_encryption: "scram-sha-256" },
          synchronous: { method: "any", number: 1, dataDurability: "required" },
        },
        managed: {
          roles: [
            {
              name: "todo-backend",
              ensure: "present",
              login: true,
              connectionLimit: 30,
              passwordSecret: { name: "postgres-todo-backend" },
            },
          ],
        },
        plugins: [
          {
            name: "barman-cloud.cloudnative-pg.io",
            isWALArchiver: true,
            parameters: { barmanObjectName: "postgres-backups" },
          },
        ],
      },
    });
  });

  test.each([
    [1, undefined],
    [2, "preferred"],
    [3, "required"],
  ])("with %i servers waits for a replica as far as one can be missed: %s", (instances, durability) => {
    const { synchronous } = toClusterManifest({ ...database, instances }).spec.postgresql;
    expect(synchronous?.dataDurability).toBe(durability);
  });

  test("has a database for each owner, which outlives its object", () => {
    expect(toDatabaseManifest(database, owner)).toEqual({
      apiVersion: "postgresql.cnpg.io/v1",
      kind: "Database",
      metadata: { name: "postgres-todo-db", namespace: "todo-app" },
      spec: {
        name: "todo_db",
        owner: "todo-backend",
        cluster: { name: "postgres" },
        databaseReclaimPolicy: "retain",
      },
    });
  });

  test("is copied by schedule, or not at all", () => {
    expect(toScheduledBackupManifest(database)?.spec).toEqual({
      schedule: "0 0 3 * * *",
      immediate: true,
      backupOwnerReference: "self",
      cluster: { name: "postgres" },
      method: "plugin",
      pluginConfiguration: { name: "barman-cloud.cloudnative-pg.io" },
    });
    const { backup: _backup, ...bare } = database;
    expect(_backup).toBeDefined();
    expect(toScheduledBackupManifest(bare)).toBeUndefined();
    expect(toClusterManifest(bare).spec.plugins).toBeUndefined();
  });

  test("is reached at its primary", () => {
    expect(postgresHost(database)).toBe("postgres-rw.todo-app.svc.cluster.local");
    expect(postgresHost({ ...database, kind: "plain" })).toBe("postgres.todo-app.svc.cluster.local");
  });

  test("is chosen for development, with one server that takes over and no archive", () => {
    const { database: chosen } = todoPlatform(targets.minikube, { ...defaultChoice, database: "cnpg" });
    expect(chosen).toMatchObject({ kind: "cnpg", instances: 2, resources: { memoryRequest: "256Mi" } });
    expect(chosen).not.toHaveProperty("backup");
    expect(todoPlatform(targets.minikube).database.kind).toBe("plain");
  });

  test("is what production has unless a cloud runs it, whatever the choice leaves open", () => {
    expect(todoPlatform(targets.aks).database.kind).toBe("cnpg");
    const cloud = { postgres: { maxConnections: 200 } };
    expect(todoPlatform(targets.aks, { ...defaultChoice, cloud }).database?.kind).toBe("managed");
  });
});
