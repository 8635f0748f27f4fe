import { partsOf } from "./rule-parts.ts";

/**
 * The rule of the next task of a series. Each occurrence is a task of its own, so COUNT says how many tasks are left
 * with the one that has the rule, and the next one's is smaller by one. All other rules stay as they are, with UNTIL too.
 */
export function remainingRecurrence(rule: string): string {
  const parts = new Map(partsOf(rule));
  const count = parts.get("COUNT");
  if (count !== undefined) parts.set("COUNT", String(Math.max(Number(count) - 1, 1)));
  return [...parts].map(([name, value]) => `${name}=${value}`).join(";");
}
