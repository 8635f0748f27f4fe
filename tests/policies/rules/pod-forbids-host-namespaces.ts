import { broken, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "the node's network",
    (graph) => {
      podSpecOf(graph, "Job todo/migrate").hostNetwork = true;
    },
    ["pod-forbids-host-namespaces: Job todo/migrate: spec.template.spec.hostNetwork is true. Remove it."],
  ),
];
