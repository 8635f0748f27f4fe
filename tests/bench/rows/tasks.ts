import { directGroup, toRounds, type BenchApps } from "../bench-apps.ts";
import { benchTopic, client, server } from "../bench-platform.ts";
import type { ConsumeJob } from "../drivers/consume.ts";
import type { LoadJob, LoadResult, Variant } from "../drivers/job.ts";
import type { WatchJob } from "../drivers/watch-audit.ts";
import { failureNote, noFailures, outcomeOf, percentiles, type Plan } from "../rounds.ts";
import { times, type Row } from "../row.ts";
import { medianDifference, medianOfRounds, summarize, type Summary } from "../statistics.ts";
import { userPrefix, type TasksApi } from "../tasks-api.ts";

const auditRate = 100;
const restRate = 200;

const creating = (api: TasksApi, through: "frontend" | "backend"): Variant => ({
  kind: "http",
  requests: api.create(through),
  expect: [201],
});

/** Samples `[created at, milliseconds]` by the round in which the task was created. */
const byRound = (samples: readonly [number, number][], load: LoadResult, variant: string): Summary[] =>
  (load[variant] ?? []).map(({ begin, end }) =>
    summarize(samples.flatMap(([created, taken]) => (created >= begin && created <= end ? [taken] : []))),
  );

const auditRow = async (apps: BenchApps, api: TasksApi, plan: Plan): Promise<Row> => {
  const topic = `${benchTopic}-direct`;
  const consume: ConsumeJob = { access: apps.kafka(server), topic, group: directGroup };
  const watch: WatchJob = { url: api.auditUrl, ca: api.ca, prefix: userPrefix };
  const consumer = await apps.cluster.converse("consume", consume, apps.server);
  const watcher = await apps.cluster.converse("watch-audit", watch);
  const direct: Variant = { kind: "kafka", access: apps.kafka(client), topic, stamped: 1_024 };
  const job: LoadJob = { ...plan, rate: auditRate, variants: { create: creating(api, "backend"), direct } };
  const load = await apps.load(job);
  await api.drain();
  const rows = byRound(await watcher.finish<[number, number][]>(), load, "create");
  const consumed = toRounds(await consumer.finish<[number, number][]>());
  const [ours, peer, created] = [medianOfRounds(rows), medianOfRounds(consumed), outcomeOf(load, "create")];
  return {
    name: `task created -> audit row visible, ${auditRate}/s`,
    must: "p95 <= 50 ms",
    ratio: `p95 ${times(ours.p95, peer.p95)}, added ${percentiles(medianDifference(rows, consumed))}`,
    measured: percentiles(ours),
    peer: `direct producer and consumer: ${percentiles(peer)}`,
    bounds: [
      { name: "p95", measured: ours.p95, limit: 50, unit: "ms" },
      {
        name: "lost tasks",
        measured: Math.max(0, created.sent - created.errors - ours.count),
        limit: 0,
        unit: "tasks",
      },
      noFailures(created),
    ],
    note:
      "from the time in the event, taken before the task's transaction commits, until a second connection sees the " +
      `audit row (it looks every 4 ms); through outbox, sidecar, Kafka, sidecar and audit service.${failureNote(created)}`,
  };
};

const restRow = async (api: TasksApi, verb: "list" | "create", load: BenchApps["load"], plan: Plan): Promise<Row> => {
  const variant = (through: "frontend" | "backend"): Variant =>
    verb === "create" ? creating(api, through) : { kind: "http", requests: api.list(through), expect: [200] };
  const variants = { frontend: variant("frontend"), backend: variant("backend") };
  const result = await load({ ...plan, rate: restRate, variants });
  await api.drain();
  const [ours, peer] = [outcomeOf(result, "frontend"), outcomeOf(result, "backend")];
  return {
    name: verb === "list" ? `REST list of 20 tasks, ${restRate}/s` : `REST create, ${restRate}/s`,
    must: "p95 <= 30 ms",
    ratio: `p95 ${times(ours.summary.p95, peer.summary.p95)}, added ${percentiles(medianDifference(ours.rounds, peer.rounds))}`,
    measured: percentiles(ours.summary),
    peer: `the same handler without Dapr: ${percentiles(peer.summary)}`,
    bounds: [{ name: "p95", measured: ours.summary.p95, limit: 30, unit: "ms" }, noFailures(ours)],
    note: `through the frontend, its sidecar and the backend's, every request traced; the peer calls the backend's pods.${failureNote(ours, peer)}`,
  };
};

/** The platform's own work: tasks through the API, and their way to the audit trail. */
export const taskRows = async (apps: BenchApps, api: TasksApi, plan: Plan): Promise<Row[]> => {
  const load = (job: LoadJob): Promise<LoadResult> => apps.cluster.drive("load", job);
  return [
    await auditRow(apps, api, plan),
    await restRow(api, "list", load, plan),
    await restRow(api, "create", load, plan),
  ];
};
