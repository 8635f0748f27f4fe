import { at, textOf } from "../pack/fields.ts";
import { podOf, servingKinds } from "../pack/pods.ts";
import { titleOf } from "../pack/resource.ts";
import type { Finding, Rule } from "../pack/rule.ts";
import { beside, mostReplicas, selects } from "../pack/stack.ts";

const remedy = "Use maxUnavailable 1, and no budget for a single replica.";

/** Whether a budget never lets one of so many pods go. */
const blocks = (spec: unknown, replicas: number): boolean => {
  const [most, least] = [at(spec, "maxUnavailable"), at(spec, "minAvailable")];
  if (most !== undefined) return most === 0 || textOf(most) === "0%";
  if (textOf(least).endsWith("%")) return Math.ceil((parseInt(textOf(least), 10) / 100) * replicas) >= replicas;
  return Number(least ?? 0) >= replicas;
};

export const disruptionBudgetAllowsEviction: Rule = {
  name: "disruption-budget-allows-eviction",
  refuses: "A PodDisruptionBudget that never lets a pod go.",
  why: "No node with such a pod can be drained: upgrades of the cluster hang until somebody deletes the budget.",
  source: "https://github.com/Azure/AKS/issues/4860",
  severity: "high",
  kinds: ["policy/PodDisruptionBudget"],
  needsStack: true,
  check: (resource, { stack }): readonly Finding[] =>
    beside(resource, stack, ...servingKinds)
      .filter((workload) => selects(at(resource.props, "spec", "selector"), podOf(workload).labels))
      .filter((workload) => blocks(at(resource.props, "spec"), mostReplicas(workload, stack)))
      .map((workload) => ({
        key: at(resource.props, "spec", "maxUnavailable") === undefined ? "spec.minAvailable" : "spec.maxUnavailable",
        problem: `lets no pod of ${titleOf(workload)} go`,
        remedy,
      })),
};
