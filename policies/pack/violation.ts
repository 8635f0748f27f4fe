import { counts, covers } from "./exemption.ts";
import { titleOf, type Resource } from "./resource.ts";
import { examines, type Context, type Rule } from "./rule.ts";

/** What the engine shows: a rule that a resource breaks. */
export interface Violation {
  readonly rule: string;
  readonly urn: string;
  readonly message: string;
}

/** How a resource breaks a rule, but for what is exempt. An exemption that has ended is told of. */
export const violationsIn = (rule: Rule, resource: Resource, context: Context): readonly Violation[] => {
  if (!examines(rule, resource)) return [];
  const title = titleOf(resource);
  const spoken = context.exemptions.filter((exemption) => covers(exemption, rule.name, title));
  if (spoken.some((exemption) => counts(exemption, context.today))) return [];
  const ended = spoken.map(({ expires }) => ` Its exemption ended on ${expires}.`).at(-1) ?? "";
  return rule.check(resource, context).map(({ key, problem, remedy }) => ({
    rule: rule.name,
    urn: resource.urn,
    message: `${title}: ${key} ${problem}. ${remedy}${ended}`,
  }));
};
