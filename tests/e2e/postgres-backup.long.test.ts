import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { toObjectStoreManifest } from "../../infra/model/cnpg/archive.ts";
import {
  roleSecret,
  serverCaSecret,
  serverSecret,
  toClusterManifest,
  toDatabaseManifest,
  toScheduledBackupManifest,
} from "../../infra/model/cnpg/manifests.ts";
import { postgresHost, type CnpgDatabaseSpec, type DatabaseBackup } from "../../infra/model/database.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { runbookBlocks } from "../support/runbook-blocks.ts";
import { createAuthority } from "./support/authority.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { barmanCloud } from "./support/operators/barman-cloud.ts";
import { cloudnativePg } from "./support/operators/cloudnative-pg.ts";
import { applyObjects, installOperator, removeObjects } from "./support/operators/install.ts";
import { objectStore, objectStoreObjects } from "./support/operators/object-store.ts";
import { operatorNamespace } from "./support/operators/workload.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const namespace = "backup-test";
const owner = { database: "tododb", role: "todo-backend", secret: "unused", connectionLimit: 10 };
const password = "the password of a test";
const backup: DatabaseBackup = {
  objectStore: {
    destinationPath: `s3://${objectStore.bucket}/todo`,
    endpointUrl: `http://${objectStore.name}.${namespace}.svc:${objectStore.port}`,
    credentials: { kind: "s3-keys", secret: objectStore.secret, accessKeyId: "id", secretAccessKey: "secret" },
    retention: "30d",
  },
  // Each minute.
  schedule: "0 * * * * *",
};
const database: CnpgDatabaseSpec = {
  kind: "cnpg",
  name: "postgres",
  namespace,
  storage: "1Gi",
  maxConnections: 50,
  owners: [owner],
  instances: 1,
  resources: { cpuRequest: "50m", memoryRequest: "256Mi", cpuLimit: "1", memoryLimit: "512Mi" },
  backup,
};
const runbook = runbookBlocks("postgres-restore", "yaml");
/** An object of the runbook, in the namespace of this test. */
const inNamespace = (block: string): object => {
  const object = parse(block) as { metadata: object };
  return { ...object, metadata: { ...object.metadata, namespace } };
};
const clusters = "clusters.postgresql.cnpg.io";
let operator: Awaited<ReturnType<typeof cloudnativePg>>;
/** After the copies, before the last row. */
let moment: string;
let plugin: Awaited<ReturnType<typeof barmanCloud>>;

/** What the platform's component makes beside a Cluster. */
const secrets = async (): Promise<object[]> => {
  const authority = await createAuthority();
  const secret = (name: string, type: string, stringData: object): object => ({
    apiVersion: "v1",
    kind: "Secret",
    type,
    metadata: { name, namespace, labels: { "cnpg.io/reload": "true" } },
    stringData,
  });
  const issued = await authority.issue(database.name, [postgresHost(database)]);
  return [
    secret(serverSecret(database), "kubernetes.io/tls", issued),
    secret(serverCaSecret(database), "Opaque", { "ca.crt": authority.certificate }),
    secret(roleSecret(database, owner.role), "kubernetes.io/basic-auth", { username: owner.role, password }),
  ];
};

/** Applies a Cluster with what it needs and waits until it is ready; tells how long that took. */
const becomesReady = async (objects: readonly object[], name: string, what: string): Promise<void> => {
  const began = Date.now();
  // The operator's webhook answers a moment after its Deployment is ready.
  await eventually(() => applyObjects(kubectl, objects), 60_000, 1000);
  await kubectl.run(["wait", "-n", namespace, `${clusters}/${name}`, "--for=condition=Ready", "--timeout=600s"]);
  console.log(`${what}: ready after ${Math.round((Date.now() - began) / 1000)} s`);
};

const archives = (name: string): Promise<string> =>
  kubectl.run([
    "wait",
    "-n",
    namespace,
    `${clusters}/${name}`,
    "--for=condition=ContinuousArchiving",
    "--timeout=300s",
  ]);

const query = (sql: string, name = database.name): Promise<string> =>
  kubectl
    .run([
      "exec",
      "-n",
      namespace,
      `${name}-1`,
      "-c",
      "postgres",
      "--",
      "psql",
      "-Atq",
      "-d",
      owner.database,
      "-c",
      sql,
    ])
    .then((text) => text.trim());

const rows = async (name?: string): Promise<string[]> =>
  (await query("select text from notes order by id", name)).split("\n");

const stored = async (folder: string): Promise<string[]> =>
  (await kubectl.run(["exec", "-n", namespace, `deployment/${objectStore.name}`, "--", "ls", `/data/${folder}`]))
    .trim()
    .split("\n");

interface BackupObject {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly phase?: string;
    readonly startedAt?: string;
    readonly stoppedAt?: string;
    readonly error?: string;
  };
}

interface StoreObject {
  readonly status?: {
    readonly serverRecoveryWindow?: Readonly<
      Record<string, { readonly firstRecoverabilityPoint?: string; readonly lastSuccessfulBackupTime?: string }>
    >;
  };
}

const completed = async (name: string): Promise<BackupObject> =>
  eventually(
    async () => {
      const found = await kubectl.get<BackupObject>("backups.postgresql.cnpg.io", name, "-n", namespace);
      expect(found.status).toMatchObject({ phase: "completed" });
      return found;
    },
    300_000,
    1000,
  );

beforeAll(async () => {
  await ensureTools(["cloudnative-pg", "plugin-barman-cloud", "barman", "s3proxy"], createProgress());
  operator = await cloudnativePg();
  plugin = await barmanCloud(await createAuthority());
  await installOperator(kubectl, platform.cluster, operator);
  await installOperator(kubectl, platform.cluster, plugin);
  await applyObjects(kubectl, [operatorNamespace(namespace), ...objectStoreObjects(namespace)]);
  await kubectl.run(["rollout", "status", "-n", namespace, `deployment/${objectStore.name}`, "--timeout=120s"]);
  await applyObjects(
    kubectl,
    [toObjectStoreManifest(database)].filter((manifest) => manifest !== undefined),
  );
  await becomesReady([...(await secrets()), toClusterManifest(database)], database.name, "a new server");
  await applyObjects(kubectl, [toDatabaseManifest(database, owner)]);
  await eventually(() => query("create table notes (id serial, text text)"), 60_000, 1000);
}, 1_800_000);

afterAll(async () => {
  // Clusters first: while they are there, their operator is needed.
  await kubectl.run(["delete", clusters, "--all", "-n", namespace, "--ignore-not-found", "--timeout=120s"]);
  await kubectl.run(["delete", "namespace", namespace, "--ignore-not-found", "--timeout=120s"]);
  // The operator holds the plugin's Service until it has forgotten it, and a namespace without it would wait for ever.
  await removeObjects(kubectl, [...plugin.crds, ...plugin.objects]);
  await kubectl.run(["wait", "--for=delete", "service/barman-cloud", "-n", "cnpg-system", "--timeout=60s"]);
  await removeObjects(kubectl, [...operator.crds, ...operator.objects]);
  // The next one to install the operator begins anew.
  await kubectl.run(["wait", "--for=delete", "namespace/cnpg-system", "--timeout=180s"]);
}, 600_000);

describe("backups of PostgreSQL by CloudNativePG and Barman", () => {
  test("archive the log from the beginning, in the folder that is called like the database", async () => {
    await archives(database.name);
    expect(await stored(`${objectStore.bucket}/todo`)).toEqual(["postgres"]);
    expect(await query("select archived_count > 0, failed_count from pg_stat_archiver")).toBe("t|0");
  });

  test("are whole copies, by hand as the runbook has it", async () => {
    await query("insert into notes (text) values ('before the backup')");
    await applyObjects(kubectl, [inNamespace(runbook[0] ?? "")]);
    const { status } = await completed("by-hand");
    const milliseconds = Date.parse(status?.stoppedAt ?? "") - Date.parse(status?.startedAt ?? "");
    console.log(`a backup took ${milliseconds / 1000} s`);
    expect(await stored(`${objectStore.bucket}/todo/postgres`)).toEqual(["base", "wals"]);
  });

  test("tell from when on the database can be restored", async () => {
    const { status } = await eventually(
      async () => {
        const store = await kubectl.get<StoreObject>(
          "objectstores.barmancloud.cnpg.io",
          "postgres-backups",
          "-n",
          namespace,
        );
        expect(Object.keys(store.status?.serverRecoveryWindow ?? {})).toEqual(["postgres"]);
        return store;
      },
      120_000,
      1000,
    );
    const window = status?.serverRecoveryWindow?.["postgres"];
    expect(Date.parse(window?.firstRecoverabilityPoint ?? "")).toBeGreaterThan(Date.now() - 600_000);
    expect(Date.parse(window?.lastSuccessfulBackupTime ?? "")).toBeGreaterThan(Date.now() - 600_000);
  });

  test("are made by schedule, too", async () => {
    const scheduled = toScheduledBackupManifest(database) ?? {};
    await applyObjects(kubectl, [scheduled]);
    const made = await eventually(
      async () => {
        const all = await kubectl.list<BackupObject>("backups.postgresql.cnpg.io", "-n", namespace);
        const first = all.find(({ metadata }) => metadata.name !== "by-hand");
        expect(first).toBeDefined();
        return first?.metadata.name ?? "";
      },
      120_000,
      1000,
    );
    expect((await completed(made)).status?.error).toBeUndefined();
    await removeObjects(kubectl, [scheduled]);
  });

  test("bring a lost server back with what was written after the last copy", async () => {
    moment = await query(`select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);
    await query("insert into notes (text) values ('after the backup')");
    const segment = await query("select pg_walfile_name(pg_switch_wal())");
    const began = Date.now();
    await eventually(
      async () => expect(await query(`select last_archived_wal >= '${segment}' from pg_stat_archiver`)).toBe("t"),
      120_000,
    );
    console.log(`a segment of the log was archived after ${Date.now() - began} ms`);
    await kubectl.run(["delete", clusters, database.name, "-n", namespace, "--timeout=120s"]);
    await eventually(
      async () => expect(await kubectl.list("persistentvolumeclaims", "-n", namespace)).toEqual([]),
      120_000,
      1000,
    );
    const restored = { ...database, backup: { ...backup, server: "postgres-2", recovery: { server: "postgres" } } };
    await becomesReady([toClusterManifest(restored)], restored.name, "a restored server");
    expect(await rows()).toEqual(["before the backup", "after the backup"]);
  });

  test("go on after that in a folder of their own, and the owner comes in with the password that the Secret has", async () => {
    await archives(database.name);
    expect(await stored(`${objectStore.bucket}/todo`)).toEqual(["postgres", "postgres-2"]);
    const connection = `host=${postgresHost(database)} user=${owner.role} dbname=${owner.database} sslmode=require`;
    const login = ["exec", "-n", namespace, "postgres-1", "-c", "postgres", "--", "env", `PGPASSWORD=${password}`];
    expect((await kubectl.run([...login, "psql", connection, "-Atqc", "select current_user"])).trim()).toBe(owner.role);
  });

  test("bring back a moment of the past beside the server that goes on, as the runbook has it", async () => {
    const past = inNamespace((runbook[1] ?? "").replace(/(?<=size: ).*/, "1Gi").replace(/(?<=targetTime: ).*/, moment));
    await becomesReady([past], "past", "a server of the past");
    expect(await rows("past")).toEqual(["before the backup"]);
    expect(await rows()).toEqual(["before the backup", "after the backup"]);
  });
});
