import { examines, type Context } from "../../../policies/pack/rule.ts";
import type { Resource } from "../../../policies/pack/resource.ts";
import { levelIn } from "../../../policies/pack/settings.ts";
import { violationsIn } from "../../../policies/pack/violation.ts";
import { rules } from "../../../policies/rules.ts";

/** What an evaluation takes besides resources. */
export interface EvaluationOptions {
  readonly environment?: string;
  readonly exemptions?: Context["exemptions"];
  readonly today?: string;
}

/** Everything that the pack has to say about a stack: `rule: message`, sorted. */
export const evaluate = (
  stack: readonly Resource[],
  { environment = "production", exemptions = [], today = "2026-12-01" }: EvaluationOptions = {},
): string[] =>
  rules
    .filter((rule) => levelIn(environment, rule) !== "disabled")
    .flatMap((rule) =>
      stack.flatMap((resource) => violationsIn(rule, resource, { stack, exemptions, today }).map((found) => found)),
    )
    .map(({ rule, message }) => `${rule}: ${message}`)
    .sort();

/** How many resources of a stack each rule looks at. */
export const examined = (stack: readonly Resource[]): ReadonlyMap<string, number> =>
  new Map(rules.map((rule) => [rule.name, stack.filter((resource) => examines(rule, resource)).length]));
