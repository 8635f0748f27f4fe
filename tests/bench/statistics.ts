/** Latencies of one round, in milliseconds. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The value below which `part` (0..1) of the values lie (nearest rank); NaN without values. */
export const percentile = (values: readonly number[], part: number): number => {
  if (values.length === 0) return NaN;
  const sorted = Float64Array.from(values).sort();
  const rank = Math.ceil(part * sorted.length);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? NaN;
};

/** The middle value; the mean of the two in the middle when their number is even. */
export const median = (values: readonly number[]): number => {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};

/** Percentiles of one round. */
export const summarize = (latencies: readonly number[]): Summary => ({
  count: latencies.length,
  p50: percentile(latencies, 0.5),
  p95: percentile(latencies, 0.95),
  p99: percentile(latencies, 0.99),
});

/** Medians over rounds, so that one disturbed round does not decide. */
export const medianOfRounds = (rounds: readonly Summary[]): Summary => ({
  count: rounds.reduce((sum, round) => sum + round.count, 0),
  p50: median(rounds.map((round) => round.p50)),
  p95: median(rounds.map((round) => round.p95)),
  p99: median(rounds.map((round) => round.p99)),
});

/** Two measurements of the same rounds, one beside the other: medians of their differences, round by round. */
export const medianDifference = (ours: readonly Summary[], peer: readonly Summary[]): Omit<Summary, "count"> => {
  const of = (pick: (round: Summary) => number): number =>
    median(ours.flatMap((round, index) => (peer[index] ? [pick(round) - pick(peer[index])] : [])));
  return { p50: of((round) => round.p50), p95: of((round) => round.p95), p99: of((round) => round.p99) };
};
