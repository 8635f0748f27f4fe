import type { BenchApps } from "../bench-apps.ts";
import { server } from "../bench-platform.ts";
import type { LoadJob, Variant } from "../drivers/job.ts";
import { withCpu } from "../processes.ts";
import { cpuNote, failureNote, noFailures, outcomeOf, percentiles, type Plan } from "../rounds.ts";
import { number, times, type Row } from "../row.ts";
import { median, medianDifference } from "../statistics.ts";

const rate = 1_000;
const unsampled = { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00" };

const variants = (apps: BenchApps): { sidecar: Variant; traced: Variant; direct: Variant } => {
  const headers = { "dapr-api-token": apps.token };
  const to = (url: string, extra: Record<string, string>): Variant => ({
    kind: "http",
    requests: [{ url, method: "POST", headers: { ...headers, ...extra } }],
    stamped: 1_024,
    expect: [200],
  });
  const through = `${apps.sidecar}/invoke/${server}/method/echo`;
  return { sidecar: to(through, unsampled), traced: to(through, {}), direct: to(`${apps.direct}/echo`, unsampled) };
};

const latencyRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const { sidecar, direct } = variants(apps);
  const result = await apps.load({ ...plan, rate, variants: { sidecar, direct } });
  const [ours, peer] = [outcomeOf(result, "sidecar"), outcomeOf(result, "direct")];
  const added = medianDifference(ours.rounds, peer.rounds);
  return {
    name: "invocation, 1 KB, 1,000/s",
    must: "added p50 <= 1.5 ms, p95 <= 5 ms, p99 <= 10 ms",
    ratio: `added ${percentiles(added)}`,
    measured: percentiles(ours.summary),
    peer: `direct HTTP: ${percentiles(peer.summary)}`,
    bounds: [
      { name: "p50", measured: added.p50, limit: 1.5, unit: "ms" },
      { name: "p95", measured: added.p95, limit: 5, unit: "ms" },
      { name: "p99", measured: added.p99, limit: 10, unit: "ms" },
      noFailures(ours),
    ],
    note:
      "an echo app of the benchmark's own, under the Dapr objects, limits and API logging that the model makes of a " +
      `topology; mTLS and access control are on, the calls are not sampled for tracing.${failureNote(ours, peer)}`,
  };
};

/** The processes whose CPU is told. */
const sidecars = async ({ cluster, client, server: callee }: BenchApps): Promise<Record<string, number>> => {
  const daprd = async (pod: BenchApps["client"]): Promise<number> => {
    const found = (await cluster.processes(pod)).find(({ command }) => command === "daprd");
    if (!found) throw new Error(`${pod.name} has no sidecar`);
    return found.pid;
  };
  return { caller: await daprd(client), callee: await daprd(callee) };
};

/** Millicores of a variant at 500/s: of each sidecar, and the p95 that it had. */
const cpuOf = async (apps: BenchApps, plan: Plan, variant: Variant) => {
  const job: LoadJob = { rate: 500, seconds: plan.seconds, rounds: 1, warmUp: 0, variants: { it: variant } };
  const pids = await sidecars(apps);
  // What the driver needs to start and to end is not load.
  const started = performance.now();
  const { result, cpu } = await withCpu(pids, () => apps.load(job));
  const share = (performance.now() - started) / 1000 / plan.seconds;
  const { caller = NaN, callee = NaN } = cpu.millicores;
  return { caller: caller * share, callee: callee * share, p95: outcomeOf(result, "it").summary.p95 };
};

const cpuRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const { sidecar, traced } = variants(apps);
  const plain: Awaited<ReturnType<typeof cpuOf>>[] = [];
  const all: Awaited<ReturnType<typeof cpuOf>>[] = [];
  for (let round = 0; round < 2; round++) {
    plain.push(await cpuOf(apps, plan, sidecar));
    all.push(await cpuOf(apps, plan, traced));
  }
  const of = (runs: typeof plain, pick: "caller" | "callee" | "p95"): number => median(runs.map((run) => run[pick]));
  const most = Math.max(of(plain, "caller"), of(plain, "callee"));
  return {
    name: "sidecar CPU at 500 invocations/s",
    must: "<= 200m",
    ratio: `${times(most, Math.max(of(all, "caller"), of(all, "callee")))} of the same with every call traced`,
    measured: `caller's ${number(of(plain, "caller"))}m, callee's ${number(of(plain, "callee"))}m`,
    peer: `every call traced: ${number(of(all, "caller"))}m and ${number(of(all, "callee"))}m`,
    bounds: [{ name: "CPU", measured: most, limit: 200, unit: "m" }],
    note: `p95 ${number(of(plain, "p95"))} ms, with every call traced ${number(of(all, "p95"))} ms.`,
  };
};

const limitRow = async (apps: BenchApps, plan: Plan): Promise<Row> => {
  const { sidecar, direct } = variants(apps);
  const job: LoadJob = { ...plan, rate: 0, workers: 32, rounds: 1, variants: {} };
  const { result, cpu } = await withCpu(await sidecars(apps), () => apps.load({ ...job, variants: { sidecar } }));
  const ours = outcomeOf(result, "sidecar");
  const peer = outcomeOf(await apps.load({ ...job, variants: { direct } }), "direct");
  return {
    name: "invocations, as many as it can",
    must: "reported; far target 10,000/s",
    ratio: times(ours.achieved, peer.achieved),
    measured: `${number(ours.achieved)}/s, ${percentiles(ours.summary)}`,
    peer: `direct HTTP: ${number(peer.achieved)}/s`,
    bounds: [],
    note: `32 callers of one sidecar. ${cpuNote(cpu)} More cores and replicas lift what CPU limits.${failureNote(ours)}`,
  };
};

/** Service invocation from sidecar to sidecar against a direct call. */
export const invocationRows = async (apps: BenchApps, plan: Plan): Promise<Row[]> => [
  await latencyRow(apps, plan),
  await cpuRow(apps, plan),
  await limitRow(apps, plan),
];
