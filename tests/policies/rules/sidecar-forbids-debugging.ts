import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "logs for debugging",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/log-level"] = "debug";
    },
    [
      'sidecar-forbids-debugging: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/log-level"] is debug. Remove it.',
    ],
  ),
  broken(
    "the profiler",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/enable-profiling"] = "true";
    },
    [
      'sidecar-forbids-debugging: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/enable-profiling"] is true. Remove it.',
    ],
  ),
];
