import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a name that is no Configuration",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/config"] = "app";
    },
    [
      'sidecar-requires-configuration: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/config"] is app, and the namespace has no such Configuration. Name a Configuration of the pod\'s own namespace.',
    ],
  ),
  broken(
    "no Configuration",
    (graph) => {
      delete annotationsOf(graph, "worker")["dapr.io/config"];
    },
    [
      'sidecar-requires-configuration: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/config"] is not set. Name a Configuration of the pod\'s own namespace.',
    ],
  ),
];
