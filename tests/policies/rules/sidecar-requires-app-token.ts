import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no token",
    (graph) => {
      delete annotationsOf(graph, "worker")["dapr.io/app-token-secret"];
    },
    [
      'sidecar-requires-app-token: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/app-token-secret"] is not set, so the sidecar sends the app no token. Name a Secret with the key token, and refuse calls without it.',
    ],
  ),
];
