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
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName?: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Which suite a test file belongs to, by its name. */
export const suiteOf = (file: string): Suite => suites.find((suite) => file.endsWith(`.${suite}.test.ts`)) ?? "unit";

const isLeft = (status: string): boolean => status !== "passed" && status !== "failed";

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
    skipped += statuses.filter(isLeft).length;
    if (statuses.length === 0 || (file.status === "failed" && !statuses.includes("failed"))) failed += 1;
  }
  return { passed, failed, skipped, bySuite };
};

/** Why a run is no proof, although nothing in it failed. */
export const whatIsMissing = (counts: SuiteCounts): string[] => [
  ...suites.filter((suite) => counts.bySuite[suite] === 0).map((suite) => `no ${suite} test ran`),
  ...(counts.skipped > 0 ? [`${counts.skipped} tests were skipped or are still to do`] : []),
];

const firstLine = (text: string | undefined): string => text?.split("\n", 1)[0]?.slice(0, 200) ?? "";

/** Longest list of failures: what comes after them is most often their consequence. */
const shown = 20;

/** What failed, a line each, since the whole log is long: a file that could not run before the tests that did. */
export const failuresOf = (report: JsonReport): string[] => {
  const lines = report.testResults
    .filter(
      ({ status, assertionResults }) => status === "failed" || assertionResults.some((test) => isLeft(test.status)),
    )
    .flatMap(({ name, message, assertionResults }) => {
      const file = name.replace(`${process.cwd()}/`, "");
      const tests = assertionResults.filter(({ status }) => status === "failed");
      const left = assertionResults.filter(({ status }) => isLeft(status)).length;
      const whole = message === undefined || message === "" ? [] : [`${file}: ${firstLine(message)}`];
      return [
        ...whole,
        ...(left === 0 ? [] : [`${file}: ${left} tests did not run`]),
        ...tests.map(
          ({ fullName = "", failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages?.[0])}`,
        ),
      ];
    });
  return lines.length <= shown ? lines : [...lines.slice(0, shown), `… and ${lines.length - shown} more`];
};
