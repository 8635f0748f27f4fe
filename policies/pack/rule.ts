import type { Exemption } from "./exemption.ts";
import { kindOf, type Resource } from "./resource.ts";

/** How much harm what is refused can do: from untidy (low) to loss of data or of control (critical). */
export type Severity = "low" | "medium" | "high" | "critical";

/** One mistake in one resource. */
export interface Finding {
  /** Where in the resource, such as `spec.template.spec.hostNetwork`. */
  readonly key: string;
  /** What is wrong, without its end stop. Never a value that may be secret. */
  readonly problem: string;
  /** What to do, a sentence. */
  readonly remedy: string;
}

/** What a rule may look at besides the resource. */
export interface Context {
  /** Everything in the stack; only for rules that need it. */
  readonly stack: readonly Resource[];
  readonly exemptions: readonly Exemption[];
  /** Such as `2026-12-31`. */
  readonly today: string;
}

/** What is refused, why, and how it is found. */
export interface Rule {
  /** `<resource>-<verb>-<what>`, the name of its file. */
  readonly name: string;
  /** One sentence. */
  readonly refuses: string;
  /** One sentence or two. */
  readonly why: string;
  /** The page that says so. */
  readonly source: string;
  readonly severity: Severity;
  /** Kinds of resources that it looks at, as `kindOf` names them. */
  readonly kinds: readonly string[];
  /** Which of them. @default all */
  readonly where?: (resource: Resource) => boolean;
  /** It compares resources, so it runs once when all are known. @default false */
  readonly needsStack?: true;
  readonly check: (resource: Resource, context: Context) => readonly Finding[];
}

/** Whether a rule has something to say about a resource. */
export const examines = (rule: Rule, resource: Resource): boolean =>
  rule.kinds.includes(kindOf(resource.type)) && (rule.where?.(resource) ?? true);

/** A finding, or none: for rules that look at one place. */
export const findingIf = (isWrong: boolean, key: string, problem: string, remedy: string): readonly Finding[] =>
  isWrong ? [{ key, problem, remedy }] : [];
