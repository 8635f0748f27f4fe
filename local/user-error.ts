/** One thing that is wrong, and what to do about it. */
export interface Problem {
  /** Stable, kebab-case; for scripts. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** Where: a config path, a file, a resource. */
  readonly path?: string;
  readonly value?: unknown;
  readonly message: string;
  readonly remedy?: string;
}

/** An error the user can do something about: printed as text with its remedy, never with a stack trace. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "UserError";
    this.problems = problems;
  }
}

/** One problem as text for people. */
export function formatProblem(problem: Problem): string {
  const where = problem.path === undefined ? "" : `${problem.path}: `;
  const remedy = problem.remedy === undefined ? "" : `\n  -> ${problem.remedy}`;
  return `${problem.severity}: ${where}${problem.message}${remedy}`;
}
