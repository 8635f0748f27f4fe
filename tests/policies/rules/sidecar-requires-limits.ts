import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no limit of memory",
    (graph) => {
      delete annotationsOf(graph, "worker")["dapr.io/sidecar-memory-limit"];
    },
    [
      'sidecar-requires-limits: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/sidecar-memory-limit"] is not set. Set it: daprd needs about 100m and 128Mi to begin with.',
    ],
  ),
];
