/** How bad a problem is: an error refuses the platform, a warning is reported and applied. */
export type Severity = "error" | "warning";

/** One finding about a platform: what is wrong, where, and what to do. */
export interface Problem {
  /** Stable code, such as `TP0101`. */
  readonly code: string;
  readonly severity: Severity;
  /** Where in the input, such as `topology.topics.task-events.publishers[0]`. */
  readonly path: string;
  /** The offending value; never a secret. */
  readonly value: unknown;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Text of a problem for people: one line for what, one for the remedy. */
export const formatProblem = (problem: Problem): string =>
  `${problem.severity} ${problem.code} at ${problem.path}: ${problem.message} (value: ${JSON.stringify(problem.value)})\n` +
  `  remedy: ${problem.remedy}`;

/** Refusal of a platform: carries every problem that was found, not only the first. */
export class PlatformError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `The platform has ${problems.length} problem(s); nothing was applied.\n${problems.map(formatProblem).join("\n")}`,
    );
    this.name = "PlatformError";
    this.problems = problems;
  }
}

/** Throws one {@link PlatformError} with all problems when any of them is an error. */
export const refuseErrors = (problems: readonly Problem[]): void => {
  if (problems.some((problem) => problem.severity === "error")) throw new PlatformError(problems);
};
