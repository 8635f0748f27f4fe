import type { LintFinding } from "../lint-finding.ts";

/** A finding as scripts read it: the fields and their order are a promise. */
export type JsonFinding = Pick<
  LintFinding,
  "code" | "severity" | "path" | "value" | "message" | "remedy" | "file" | "line" | "column" | "endLine" | "endColumn"
>;

/** The `problems` of `--json`. A value that is missing is null, so that every field is always there. */
export const jsonReport = (findings: readonly LintFinding[]): JsonFinding[] =>
  findings.map(({ code, severity, path, value, message, remedy, file, line, column, endLine, endColumn }) => ({
    ...{ code, severity, path, value: value ?? null, message, remedy },
    ...{ file, line, column, endLine, endColumn },
  }));
