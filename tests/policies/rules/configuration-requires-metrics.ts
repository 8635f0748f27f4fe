import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "metrics off",
    (graph) => {
      graph.props("Configuration todo/apps").spec.metric.enabled = false;
    },
    ["configuration-requires-metrics: Configuration todo/apps: spec.metric.enabled is false. Remove it."],
  ),
];
