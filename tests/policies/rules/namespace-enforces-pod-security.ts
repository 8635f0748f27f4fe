import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a lower standard",
    (graph) => {
      graph.props("Namespace todo").metadata.labels["pod-security.kubernetes.io/enforce"] = "baseline";
    },
    [
      'namespace-enforces-pod-security: Namespace todo: metadata.labels["pod-security.kubernetes.io/enforce"] is baseline. Set it to restricted.',
    ],
  ),
  broken(
    "no standard",
    (graph) => {
      graph.props("Namespace todo").metadata.labels = {};
    },
    [
      'namespace-enforces-pod-security: Namespace todo: metadata.labels["pod-security.kubernetes.io/enforce"] is not set. Set it to restricted.',
    ],
  ),
];
