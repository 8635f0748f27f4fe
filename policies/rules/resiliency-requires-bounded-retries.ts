import { at, fieldsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

/** Whether a retry ends. Source: `maxRetries` of the schema, whose default is -1 for "for ever". */
const isBounded = (retry: unknown): boolean => Number(at(retry, "maxRetries") ?? -1) >= 0;

export const resiliencyRequiresBoundedRetries: Rule = {
  name: "resiliency-requires-bounded-retries",
  refuses: "A retry without end.",
  why: "It never gives an event to the dead letters, holds up those behind it, and keeps a server in trouble busy.",
  source: "https://docs.dapr.io/operations/resiliency/policies/retries/retries-overview/",
  severity: "high",
  kinds: ["dapr.io/Resiliency"],
  check: ({ props }) =>
    Object.entries(fieldsOf(at(props, "spec", "policies", "retries")))
      .filter(([, retry]) => !isBounded(retry))
      .map(([name, retry]) => ({
        key: `spec.policies.retries.${name}.maxRetries`,
        problem: at(retry, "maxRetries") === undefined ? "is not set, which means for ever" : "is without bound",
        remedy: "Set a number, such as 5.",
      })),
};
