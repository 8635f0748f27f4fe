import type { PropertyChanges } from "../rpc/property-diff.ts";
import { type Properties, textOf } from "../rpc/property-values.ts";

const hour = 3_600_000;

/** A certificate within its early-renewal time counts as changed, so that an `up` makes a new one. */
export function expiredChanges(state: Properties, inputs: Properties): PropertyChanges {
  const end = Date.parse(textOf(state["validityEndTime"]));
  const due = Date.now() >= end - Number(inputs["earlyRenewalHours"] ?? 0) * hour;
  return new Map(due ? [["readyForRenewal", "update"]] : []);
}
