import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { KubeConfig } from "@kubernetes/client-node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { postgresDashboard } from "../../infra/model/dashboards/postgres-dashboard.ts";
import { jobs } from "../../infra/model/observability/metric-sources.ts";
import { localPlatform } from "../../cli/stack.ts";
import { forwardPod } from "../../infra/verify/pod-forward.ts";
import { verifySettled } from "../../infra/verify/verify-settled.ts";
import { provideImages } from "../../local/images/ensure-images.ts";
import { toolDir } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { startPrometheus } from "../support/prometheus.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { appsNamespace as namespace } from "./support/mesh.ts";
import { applyPlatform, destroyPlatform } from "./support/operators/apply-platform.ts";
import { cloudnativePgChart, cloudnativePgImages } from "./support/operators/cloudnative-pg.ts";
import { signUp, type TodoApi } from "./support/todo-api.ts";

const platform = inject("platform");
const { cluster, kubeconfig } = platform;
const kubectl = createKubectl(platform);
const name = "postgres";
let folder: string;
let chosen: { readonly database: "cnpg"; readonly charts: object };
let user: TodoApi;

beforeAll(async () => {
  await ensureTools(["cloudnative-pg", "prometheus"], createProgress());
  await provideImages(cluster, cloudnativePgImages, createProgress());
  folder = await mkdtemp(join(tmpdir(), "cloudnative-pg-"));
  const cnpg = await cloudnativePgChart(join(folder, "chart"));
  chosen = { database: "cnpg", charts: { dapr: `${toolDir("dapr")}/chart`, cnpg } };
  // Data is not moved from one kind to another, so the platform begins anew, here and afterwards.
  await destroyPlatform(cluster);
  await applyPlatform(cluster, chosen);
  user = await signUp(platform, "of-two-servers");
}, 1_800_000);

afterAll(async () => {
  await destroyPlatform(cluster);
  await applyPlatform(cluster);
  await rm(folder, { recursive: true, force: true });
}, 900_000);

interface PostgresStatus {
  readonly status: {
    readonly instances: number;
    readonly readyInstances: number;
    readonly currentPrimary: string;
    readonly instanceNames: readonly string[];
    readonly phase: string;
  };
}

const status = async (): Promise<PostgresStatus["status"]> =>
  (await kubectl.get<PostgresStatus>("clusters.postgresql.cnpg.io", name, "-n", namespace)).status;

const found = async () => (await verifySettled(localPlatform(cluster), kubeconfig, () => undefined)).problems;

/** What a statement answers on a server, asked there by its own superuser. */
const query = (pod: string, sql: string, database = "postgres"): Promise<string> =>
  kubectl
    .run(["exec", "-n", namespace, pod, "-c", "postgres", "--", "psql", "-Atq", "-d", database, "-c", sql])
    .then((text) => text.trim());

describe("PostgreSQL by CloudNativePG", () => {
  test("is a primary and a server that follows it, with the owners' roles and databases", async () => {
    await eventually(
      async () => expect(await status()).toMatchObject({ instances: 2, readyInstances: 2 }),
      300_000,
      2000,
    );
    const { currentPrimary } = await status();
    expect(await query(currentPrimary, "select application_name, state from pg_stat_replication")).toMatch(
      /^postgres-\d\|streaming$/,
    );
    expect(
      (await query(currentPrimary, "select datname, pg_get_userbyid(datdba) from pg_database order by 1")).split("\n"),
    ).toEqual(expect.arrayContaining(["auditdb|audit-service", "statedb|dapr-statestore", "tododb|todo-backend"]));
    expect(await query(currentPrimary, "select rolconnlimit from pg_roles where rolname = 'todo-backend'")).toBe("30");
  });

  test("lets in nobody without TLS or with another password, and shows a certificate of the platform's CA", async () => {
    const { currentPrimary } = await status();
    const connections = await query(
      currentPrimary,
      "select distinct ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename in ('todo-backend', 'dapr-statestore', 'audit-service')",
    );
    expect(connections).toBe("t");
    const host = `${name}-rw.${namespace}.svc.cluster.local`;
    const refused = await kubectl.attempt([
      ...["exec", "-n", namespace, currentPrimary, "-c", "postgres", "--", "env", "PGPASSWORD=wrong"],
      ...["psql", `host=${host} user=todo-backend dbname=tododb sslmode=require`, "-c", "select 1"],
    ]);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain("password authentication failed");
  });

  test("carries the whole platform, and verify finds nothing against it", async () => {
    expect(await found()).toEqual([]);
    const task = await user.addTask("Kept by two servers");
    await eventually(
      async () =>
        expect((await user.audit(`task_id=${task.id}`)).map((entry) => entry.event_type)).toEqual(["task.created"]),
      60_000,
    );
  });

  test("a second up changes nothing", async () => {
    const before = await kubectl.get("clusters.postgresql.cnpg.io", name, "-n", namespace);
    await applyPlatform(cluster, chosen);
    expect((await kubectl.get("clusters.postgresql.cnpg.io", name, "-n", namespace)).spec).toEqual(before.spec);
  });

  test("tells everything that the dashboard asks for", async () => {
    const config = new KubeConfig();
    config.loadFromFile(kubeconfig);
    const { instanceNames } = await status();
    const forwards = await Promise.all(instanceNames.map((pod) => forwardPod(config, namespace, pod, 9187)));
    const prometheus = await startPrometheus(
      forwards.map(({ url }, index) => ({
        job: jobs.postgres,
        port: Number(new URL(url).port),
        labels: { namespace, pod: instanceNames[index] ?? "" },
      })),
    );
    try {
      for (const { title, queries } of postgresDashboard(namespace).panels)
        for (const { expr } of queries)
          await eventually(
            async () =>
              expect([title, await prometheus.count(expr.replaceAll("$__rate_interval", "30s"))]).not.toEqual([
                title,
                0,
              ]),
            60_000,
            1000,
          );
    } finally {
      await prometheus.stop();
      for (const forward of forwards) await forward[Symbol.asyncDispose]();
    }
  }, 300_000);

  test("loses its primary without losing a task that was accepted, and the apps go on by themselves", async () => {
    const { currentPrimary } = await status();
    const accepted: string[] = [];
    let goesOn = true;
    const writer = (async () => {
      for (let index = 0; goesOn; index++)
        try {
          accepted.push((await user.addTask(`During the change ${index}`)).id);
          await sleep(100);
        } catch {
          // Not accepted: the server is away. Its client would try again.
        }
    })();
    await eventually(async () => expect(accepted.length).toBeGreaterThan(5), 60_000);
    await kubectl.run(["delete", "pod", currentPrimary, "-n", namespace, "--grace-period=0", "--force"]);
    const before = accepted.length;
    const began = Date.now();
    await eventually(async () => expect((await status()).currentPrimary).not.toBe(currentPrimary), 120_000, 500);
    await eventually(async () => expect(accepted.length).toBeGreaterThan(before + 5), 120_000, 500);
    const seconds = Math.round((Date.now() - began) / 1000);
    goesOn = false;
    await writer;
    console.log(`tasks are accepted again ${seconds} s after the primary was killed`);
    for (const id of accepted) expect([id, (await user.call("GET", `/api/tasks/${id}`)).status]).toEqual([id, 200]);
    await eventually(async () => expect(await status()).toMatchObject({ readyInstances: 2 }), 300_000, 2000);
    const sound = Date.now();
    // Breakers that the change has opened close again after 30 s.
    await eventually(async () => expect(await found()).toEqual([]), 120_000, 2000);
    console.log(`verify finds nothing ${Math.round((Date.now() - sound) / 1000)} s after both servers are there again`);
  }, 900_000);
});
