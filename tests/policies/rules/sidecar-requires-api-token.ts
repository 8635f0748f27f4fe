import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no token",
    (graph) => {
      delete annotationsOf(graph, "worker")["dapr.io/api-token-secret"];
    },
    [
      'sidecar-requires-api-token: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/api-token-secret"] is not set, so the sidecar asks nobody for a token. Name a Secret with the key token.',
    ],
  ),
];
