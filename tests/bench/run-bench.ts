// Measures a running platform: `node tests/bench/run-bench.ts <cluster> [--quick] [--json] [--only <family>,...]`.
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { repositoryRoot } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { versions } from "../../local/versions.ts";
import { startBenchApps, type BenchApps } from "./bench-apps.ts";
import { Cluster } from "./cluster.ts";
import { toReport, toTable, type RunFacts } from "./report.ts";
import type { Plan } from "./rounds.ts";
import { unmeasured, verdict, type Row } from "./row.ts";
import { eventRows } from "./rows/events.ts";
import { invocationRows } from "./rows/invocation.ts";
import { memoryRows } from "./rows/memory.ts";
import { startRows } from "./rows/start.ts";
import { modelRows } from "./rows/model.ts";
import { programRows } from "./rows/programs.ts";
import { stateRows } from "./rows/state.ts";
import { taskRows } from "./rows/tasks.ts";
import { warmStartRows } from "./rows/warm-start.ts";
import { findTasksApi } from "./tasks-api.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, quick: { type: "boolean" }, only: { type: "string" } },
});
const cluster = new Cluster(positionals[0] ?? "local");
const plan: Plan = values.quick ? { seconds: 1, rounds: 2, warmUp: 0.5 } : { seconds: 3, rounds: 3, warmUp: 1 };
const programRounds = values.quick ? 1 : 2;

let whyNoApps = "";

const needApps = (apps: BenchApps | undefined): BenchApps => {
  if (!apps) throw new Error(`the benchmark's own apps did not start: ${whyNoApps}`);
  return apps;
};

/** Families of rows in the order in which they are measured: the load comes before the memory it leaves. */
const families: Record<string, (apps: BenchApps | undefined) => Promise<Row[]>> = {
  invocation: (apps) => invocationRows(needApps(apps), plan),
  state: (apps) => stateRows(needApps(apps), plan),
  events: (apps) => eventRows(needApps(apps), plan),
  tasks: async (apps) => {
    const api = await findTasksApi(cluster);
    try {
      return await taskRows(needApps(apps), api, plan);
    } finally {
      await api.remove();
    }
  },
  memory: () => memoryRows(cluster),
  start: () => startRows(cluster),
  programs: () => programRows(cluster.name, programRounds),
  model: () => modelRows(),
  "warm-start": () => warmStartRows(),
};

/** Figures of other commands. */
const elsewhere = [
  unmeasured("first start on a fresh machine", "<= 20 min", "`npm run test:cold` starts it in an empty cache"),
];

const saveReport = async (report: string): Promise<void> => {
  const folder = join(repositoryRoot, "docs");
  await mkdir(folder, { recursive: true });
  const file = join(folder, "benchmarks.md");
  await writeFile(file, await format(report, { ...(await resolveConfig(file)), filepath: file }));
};

const only = values.only?.split(",");
const chosen = Object.entries(families).filter(([name]) => only === undefined || only.includes(name));
const progress = createProgress();
const began = performance.now();
const facts: Omit<RunFacts, "seconds"> = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} cores (${cpus()[0]?.model ?? "?"}), ${Math.round(totalmem() / 1024 ** 3)} GiB, Linux ${release()}`,
  versions: { Node: process.versions.node, ...versions.tools },
  load: loadavg()
    .map((value) => value.toFixed(1))
    .join(" "),
};
const needed = chosen.some(([name]) => ["invocation", "state", "events", "tasks"].includes(name));
const ownApps = (work: string): string[] => (needed ? [`${work} the benchmark's apps`] : []);
progress.plan(...ownApps("start"), ...chosen.map(([name]) => name), ...ownApps("remove"));
let apps: BenchApps | undefined;
const rows: Row[] = [];
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());
try {
  if (needed)
    apps = await progress
      .step("start the benchmark's apps", () => startBenchApps(cluster))
      .catch((failure: unknown) => {
        whyNoApps = String(failure).slice(0, 600);
        return undefined;
      });
  for (const [name, measure] of chosen) {
    if (interrupted.signal.aborted) break;
    const family = await progress
      .step(name, () => measure(apps))
      .catch((failure: unknown) => [unmeasured(name, "", String(failure).slice(0, 600))]);
    for (const row of family) process.stderr.write(`    ${row.name}: ${row.measured} - ${verdict(row)}\n`);
    rows.push(...family);
  }
} finally {
  if (apps) await progress.step("remove the benchmark's apps", () => needApps(apps).remove());
}
const all = only === undefined ? [...rows, ...elsewhere] : rows;
const report = toReport(all, { ...facts, seconds: (performance.now() - began) / 1000 });
// A part of the figures, or hasty ones, are no report.
if (only === undefined && !values.quick && !interrupted.signal.aborted) await saveReport(report);
const output = values.json
  ? JSON.stringify({ ...facts, rows: all.map((row) => ({ ...row, verdict: verdict(row) })) })
  : toTable(all);
process.stdout.write(`${output}\n`);
process.exitCode = interrupted.signal.aborted || rows.length === 0 ? 1 : 0;
