/** The suites of `npm test`; each must have run something. */
export const suites = ["unit", "engine", "cluster", "browser"] as const;
export type Suite = (typeof suites)[number];

/** Counts of one run, per suite and in all. */
export interface SuiteCounts {
  readonly passed: number;
  readonly failed: number;
  /** Skipped or todo: a run with any of them fails. */
  readonly skipped: number;
  readonly bySuite: Readonly<Record<Suite, number>>;
}

/** The part of vitest's JSON report that is read. */
export interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Which suite a test file belongs to, by its name. */
export const suiteOf = (file: string): Suite => suites.find((suite) => file.endsWith(`.${suite}.test.ts`)) ?? "unit";

/** Counts a report. A file that could not even be collected counts as a failure. */
export const countSuites = (report: JsonReport): SuiteCounts => {
  const bySuite = { unit: 0, engine: 0, cluster: 0, browser: 0 };
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map((result) => result.status);
    bySuite[suiteOf(file.name)] += statuses.filter((status) => status === "passed" || status === "failed").length;
    passed += statuses.filter((status) => status === "passed").length;
    failed += statuses.filter((status) => status === "failed").length;
    skipped += statuses.filter((status) => status !== "passed" && status !== "failed").length;
    if (statuses.length === 0 || (file.status === "failed" && !statuses.includes("failed"))) failed += 1;
  }
  return { passed, failed, skipped, bySuite };
};

/** Why a run is no proof, although nothing in it failed. */
export const whatIsMissing = (counts: SuiteCounts): string[] => [
  ...suites.filter((suite) => counts.bySuite[suite] === 0).map((suite) => `no ${suite} test ran`),
  ...(counts.skipped > 0 ? [`${counts.skipped} tests were skipped or are still to do`] : []),
];
