import type { Severity } from "../../problems.ts";

/** What the reference says about a check. `wrong` and `right` of a check that lint makes are YAML, and are run. */
export interface CheckDoc {
  /** Stable code, such as `TP0101`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is refused, in a few words. */
  readonly title: string;
  /** What users suffer without it; upstream issues as owner/repo#number. */
  readonly pain: string;
  readonly language: "yaml" | "ts";
  readonly wrong: string;
  readonly right: string;
}
