import type { LoadResult } from "./drivers/job.ts";
import type { RoundResult } from "./drivers/open-loop.ts";
import { median, medianOfRounds, summarize, type Summary } from "./statistics.ts";
import type { CpuUse } from "./processes.ts";
import { number } from "./row.ts";

/** How long each measurement takes. */
export interface Plan {
  /** Seconds of one round of one variant. */
  readonly seconds: number;
  readonly rounds: number;
  /** Seconds before the first round of each variant. */
  readonly warmUp: number;
}

/** What all rounds of a variant say together. */
export interface Outcome {
  readonly summary: Summary;
  readonly rounds: readonly Summary[];
  readonly errors: number;
  readonly sent: number;
  readonly failures: readonly string[];
  readonly achieved: number;
}

/** The rounds of one variant of a job. */
export const outcomeOf = (result: LoadResult, variant: string): Outcome => {
  const rounds: readonly RoundResult[] = result[variant] ?? [];
  const summaries = rounds.map((round) => summarize(round.latencies));
  const errors = rounds.reduce((sum, round) => sum + round.errors, 0);
  return {
    summary: medianOfRounds(summaries),
    rounds: summaries,
    errors,
    sent: errors + rounds.reduce((sum, round) => sum + round.latencies.length, 0),
    failures: [...new Set(rounds.flatMap((round) => round.failures))].slice(0, 3),
    achieved: median(rounds.map((round) => round.achieved)),
  };
};

/** `p50 1.2, p95 3.4, p99 5.6 ms`. */
export const percentiles = ({ p50, p95, p99 }: Omit<Summary, "count">): string =>
  `p50 ${number(p50)}, p95 ${number(p95)}, p99 ${number(p99)} ms`;

/** A note about requests that failed; nothing when none did. */
export const failureNote = (...outcomes: readonly Outcome[]): string => {
  const errors = outcomes.reduce((sum, { errors: failed }) => sum + failed, 0);
  if (errors === 0) return "";
  const sent = outcomes.reduce((sum, outcome) => sum + outcome.sent, 0);
  return ` ${errors} of ${sent} requests failed: ${outcomes.flatMap(({ failures }) => failures).join("; ")}.`;
};

/** No request may fail: a platform that answers fast by refusing would pass otherwise. */
export const noFailures = (...outcomes: readonly Outcome[]) => ({
  name: "failed requests",
  measured: outcomes.reduce((sum, { errors }) => sum + errors, 0),
  limit: 0,
  unit: "requests",
});

/** What CPU was used meanwhile. */
export const cpuNote = ({ millicores, machine }: CpuUse): string => {
  const parts = Object.entries(millicores).map(([name, value]) => `${name}'s sidecar ${number(value)}m`);
  return `CPU meanwhile: ${[...parts, `the machine ${number(machine * 100)} % busy`].join(", ")}.`;
};
