import type { Problem } from "../model/problems.ts";

/** A place in a text; lines and columns count from 1, the end is exclusive. */
export interface SourceRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A problem and the place in a file where it stands. */
export interface LintFinding extends Problem, SourceRange {
  readonly file: string;
}
