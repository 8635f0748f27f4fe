import type { BenchApps } from "../bench-apps.ts";
import { client, stateStore, tablePrefix } from "../bench-platform.ts";
import type { LoadJob, Variant } from "../drivers/job.ts";
import { withCpu } from "../processes.ts";
import { cpuNote, failureNote, noFailures, outcomeOf, percentiles, type Outcome, type Plan } from "../rounds.ts";
import { number, times, type Row } from "../row.ts";
import { medianDifference } from "../statistics.ts";

const rate = 200;
const keys = Array.from({ length: 100 }, (_, index) => `key-${index}`);
const value = { filler: "x".repeat(1_000) };

const variants = (apps: BenchApps): Record<string, Variant> => {
  const headers = { "dapr-api-token": apps.token };
  const store = (name: string): Record<"set" | "get", Variant> => ({
    set: {
      kind: "http",
      requests: keys.map((key) => ({
        url: `${apps.sidecar}/state/${name}`,
        method: "POST",
        headers,
        body: JSON.stringify([{ key, value }]),
      })),
      expect: [204],
    },
    get: {
      kind: "http",
      requests: keys.map((key) => ({ url: `${apps.sidecar}/state/${name}/${key}`, method: "GET", headers })),
      expect: [200],
    },
  });
  const sql = (text: string, values: (key: string) => unknown[]): Variant => ({
    kind: "sql",
    url: apps.stateUrl,
    ca: apps.ca,
    statements: keys.map((key) => ({ text, values: values(`${client}||${key}`) })),
  });
  const table = `${tablePrefix}state`;
  const [postgres, memory] = [store("statestore"), store("memory")];
  return {
    set: postgres.set,
    // The statements of the component itself (components-contrib state/postgresql/v2), on the same rows.
    "sql set": sql(
      `insert into ${table} (key, value, etag, expires_at) values ($1, convert_to($2, 'UTF8'), gen_random_uuid(), null)
       on conflict (key) do update set value = excluded.value, etag = excluded.etag, updated_at = now(), expires_at = null`,
      (key) => [key, JSON.stringify(value)],
    ),
    get: postgres.get,
    "sql get": sql(
      `select key, value, etag, expires_at from ${table}
       where key = $1 and (expires_at is null or expires_at >= now())`,
      (key) => [key],
    ),
    "memory set": memory.set,
    "memory get": memory.get,
  };
};

const row = (verb: "get" | "set", ours: Outcome, peer: Outcome): Row => ({
  name: `state ${verb} on PostgreSQL, 1 KB, ${rate}/s`,
  must: "p95 <= 10 ms",
  ratio: `p95 ${times(ours.summary.p95, peer.summary.p95)}, added ${percentiles(medianDifference(ours.rounds, peer.rounds))}`,
  measured: percentiles(ours.summary),
  peer: `direct SQL: ${percentiles(peer.summary)}`,
  bounds: [{ name: "p95", measured: ours.summary.p95, limit: 10, unit: "ms" }, noFailures(ours)],
  note: `direct SQL runs the component's own statement on the same table, prepared, over TLS, from the same pod's network.${failureNote(ours, peer)}`,
});

const limitRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const { get, "sql get": sql } = variants(apps);
  if (!get || !sql) throw new Error("there is no such variant");
  const job: LoadJob = { ...plan, rate: 0, workers: 32, rounds: 1, variants: {} };
  const { result, cpu } = await withCpu({}, () => apps.load({ ...job, variants: { get } }));
  const ours = outcomeOf(result, "get");
  const peer = outcomeOf(await apps.load({ ...job, variants: { sql } }), "sql");
  return {
    name: "state reads, as many as it can",
    must: "reported; far target 5,000/s",
    ratio: times(ours.achieved, peer.achieved),
    measured: `${number(ours.achieved)}/s, ${percentiles(ours.summary)}`,
    peer: `direct SQL: ${number(peer.achieved)}/s`,
    bounds: [],
    note: `32 callers of one sidecar with ${stateStore.maxConns} connections. ${cpuNote(cpu)}${failureNote(ours)}`,
  };
};

/** State through the sidecar against direct SQL, and the in-memory store. */
export const stateRows = async (apps: BenchApps, plan: Plan): Promise<Row[]> => {
  const result = await apps.load({ ...plan, rate, variants: variants(apps) });
  const of = (name: string): Outcome => outcomeOf(result, name);
  const [memorySet, memoryGet] = [of("memory set"), of("memory get")];
  return [
    row("get", of("get"), of("sql get")),
    row("set", of("set"), of("sql set")),
    {
      name: `in-memory state, 1 KB, ${rate}/s`,
      must: "p95 <= 5 ms",
      ratio: `p95 get ${times(memoryGet.summary.p95, of("get").summary.p95)}, set ${times(memorySet.summary.p95, of("set").summary.p95)} of PostgreSQL's`,
      measured: `get ${percentiles(memoryGet.summary)}; set ${percentiles(memorySet.summary)}`,
      peer: "the store on PostgreSQL, above",
      bounds: [
        { name: "get p95", measured: memoryGet.summary.p95, limit: 5, unit: "ms" },
        { name: "set p95", measured: memorySet.summary.p95, limit: 5, unit: "ms" },
        noFailures(memoryGet, memorySet),
      ],
    },
    await limitRow(apps, plan),
  ];
};
