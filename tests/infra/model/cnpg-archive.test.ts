import { describe, expect, test } from "vitest";
import { archiveFields, toObjectStoreManifest } from "../../../infra/model/cnpg/archive.ts";
import { reservationsOf } from "../../../infra/model/clouds/reservations.ts";
import type { CnpgDatabaseSpec, DatabaseBackup } from "../../../infra/model/database.ts";
import type { ObjectStoreSpec } from "../../../infra/model/object-store.ts";
import { databaseFor } from "../../../infra/model/profiles/base.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";

const s3: ObjectStoreSpec = {
  destinationPath: "s3://backups/todo",
  endpointUrl: "https://fra1.digitaloceanspaces.com",
  credentials: { kind: "s3-keys", secret: "backup-keys", accessKeyId: "id", secretAccessKey: "secret" },
  retention: "30d",
};
const azure: ObjectStoreSpec = {
  destinationPath: "https://account.blob.core.windows.net/backups/todo",
  credentials: { kind: "azure-workload-identity", clientId: "an-id" },
  retention: "4w",
};
const database = databaseFor(targets.aks, "todo-app", []) as CnpgDatabaseSpec;
const withBackup = (backup: Partial<DatabaseBackup>): CnpgDatabaseSpec => ({
  ...database,
  backup: { objectStore: s3, schedule: "0 0 3 * * *", ...backup },
});
const name = "barman-cloud.cloudnative-pg.io";

describe("the archive of PostgreSQL's log", () => {
  test("is an ObjectStore of its own, compressed, with the keys in a Secret and a bound on the plugin's memory", () => {
    expect(toObjectStoreManifest(withBackup({}))).toEqual({
      apiVersion: "barmancloud.cnpg.io/v1",
      kind: "ObjectStore",
      metadata: { name: "postgres-backups", namespace: "todo-app" },
      spec: {
        configuration: {
          destinationPath: "s3://backups/todo",
          endpointURL: "https://fra1.digitaloceanspaces.com",
          s3Credentials: {
            accessKeyId: { name: "backup-keys", key: "id" },
            secretAccessKey: { name: "backup-keys", key: "secret" },
          },
          wal: { compression: "gzip" },
          data: { compression: "gzip" },
        },
        retentionPolicy: "30d",
        instanceSidecarConfiguration: {
          resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { cpu: "1", memory: "512Mi" } },
        },
      },
    });
    expect(archiveFields(withBackup({}))).toEqual({
      plugins: [{ name, isWALArchiver: true, parameters: { barmanObjectName: "postgres-backups" } }],
    });
  });

  test("lies at Azure by the identity that the servers' ServiceAccount and pods are marked with", () => {
    expect(toObjectStoreManifest(withBackup({ objectStore: azure }))?.spec.configuration).toEqual({
      destinationPath: "https://account.blob.core.windows.net/backups/todo",
      azureCredentials: { useDefaultAzureCredentials: true },
      wal: { compression: "gzip" },
      data: { compression: "gzip" },
    });
    expect(archiveFields(withBackup({ objectStore: azure }))).toEqual({
      plugins: [{ name, isWALArchiver: true, parameters: { barmanObjectName: "postgres-backups" } }],
      serviceAccountTemplate: { metadata: { annotations: { "azure.workload.identity/client-id": "an-id" } } },
      inheritedMetadata: { labels: { "azure.workload.identity/use": "true" } },
    });
  });

  test("is one that exists already when only its name is said", () => {
    const named = withBackup({ objectStore: "made-elsewhere" });
    expect(toObjectStoreManifest(named)).toBeUndefined();
    expect(archiveFields(named)).toEqual({
      plugins: [{ name, isWALArchiver: true, parameters: { barmanObjectName: "made-elsewhere" } }],
    });
  });

  test("fills a new database from one folder, up to a moment, and goes on in another", () => {
    const until = "2026-03-01T12:00:00Z";
    expect(archiveFields(withBackup({ server: "postgres-2", recovery: { server: "postgres", until } }))).toEqual({
      plugins: [
        { name, isWALArchiver: true, parameters: { barmanObjectName: "postgres-backups", serverName: "postgres-2" } },
      ],
      bootstrap: { recovery: { source: "archive", recoveryTarget: { targetTime: until } } },
      externalClusters: [
        {
          name: "archive",
          plugin: { name, parameters: { barmanObjectName: "postgres-backups", serverName: "postgres" } },
        },
      ],
    });
    expect(archiveFields(withBackup({ server: "b", recovery: { server: "a" } })).bootstrap).toEqual({
      recovery: { source: "archive" },
    });
  });

  test("is counted on the nodes: a container beside each server", () => {
    const reserved = (change: object) => {
      const platform = todoPlatform(targets.aks);
      return reservationsOf({ ...platform, database: { ...database, ...change } }).find(
        ({ part }) => part === "postgres",
      );
    };
    expect(reserved({ backup: undefined })).toEqual({ part: "postgres", pods: 3, cpu: 1500, memory: 6144 });
    expect(reserved({})).toEqual({ part: "postgres", pods: 3, cpu: 1650, memory: 6528 });
  });
});
