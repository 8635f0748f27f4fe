import { broken, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "all on one node",
    (graph) => {
      delete podSpecOf(graph, "Deployment todo/api").topologySpreadConstraints;
    },
    [
      "workload-spreads-replicas: Deployment todo/api: spec.template.spec.topologySpreadConstraints is empty, and there is no podAntiAffinity. Spread the pods over kubernetes.io/hostname and topology.kubernetes.io/zone.",
    ],
  ),
];
