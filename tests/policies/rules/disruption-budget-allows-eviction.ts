import { broken } from "../support/broken.ts";
import { object } from "../support/graph.ts";

export const cases = [
  broken(
    "none may go",
    (graph) => {
      graph.add(
        object("policy/v1", "PodDisruptionBudget", "todo/worker", {
          spec: { minAvailable: 2, selector: { matchLabels: { app: "worker" } } },
        }),
      );
    },
    [
      "disruption-budget-allows-eviction: PodDisruptionBudget todo/worker: spec.minAvailable lets no pod of Deployment todo/worker go. Use maxUnavailable 1, and no budget for a single replica.",
    ],
  ),
  broken(
    "a budget for single replicas",
    (graph) => {
      graph.props("PodDisruptionBudget todo/api").spec = {
        minAvailable: "50%",
        selector: { matchExpressions: [{ key: "app", operator: "Exists" }] },
      };
    },
    [
      "disruption-budget-allows-eviction: PodDisruptionBudget todo/api: spec.minAvailable lets no pod of Deployment todo/worker go. Use maxUnavailable 1, and no budget for a single replica.",
      "disruption-budget-allows-eviction: PodDisruptionBudget todo/api: spec.minAvailable lets no pod of StatefulSet todo/cache go. Use maxUnavailable 1, and no budget for a single replica.",
    ],
  ),
  broken(
    "none may be missing",
    (graph) => {
      graph.props("PodDisruptionBudget todo/api").spec.maxUnavailable = 0;
    },
    [
      "disruption-budget-allows-eviction: PodDisruptionBudget todo/api: spec.maxUnavailable lets no pod of Deployment todo/api go. Use maxUnavailable 1, and no budget for a single replica.",
    ],
  ),
];
