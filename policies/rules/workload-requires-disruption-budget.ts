import { at } from "../pack/fields.ts";
import { podOf } from "../pack/pods.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { beside, mostReplicas, selects } from "../pack/stack.ts";

export const workloadRequiresDisruptionBudget: Rule = {
  name: "workload-requires-disruption-budget",
  refuses: "A workload of several replicas without a PodDisruptionBudget.",
  why: "An upgrade of the nodes may take all of them at once.",
  source: "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
  severity: "medium",
  kinds: ["apps/Deployment", "apps/StatefulSet"],
  needsStack: true,
  check: (resource, { stack }) =>
    findingIf(
      mostReplicas(resource, stack) > 1 &&
        !beside(resource, stack, "policy/PodDisruptionBudget").some(({ props }) =>
          selects(at(props, "spec", "selector"), podOf(resource).labels),
        ),
      "spec.replicas",
      "is above one, and no PodDisruptionBudget selects its pods",
      "Make one with maxUnavailable 1.",
    ),
};
