import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no budget",
    (graph) => {
      graph.remove("PodDisruptionBudget todo/api");
    },
    [
      "workload-requires-disruption-budget: Deployment todo/api: spec.replicas is above one, and no PodDisruptionBudget selects its pods. Make one with maxUnavailable 1.",
    ],
  ),
];
