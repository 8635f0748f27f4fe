import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "the check off",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/enable-app-health-check"] = "false";
    },
    [
      'sidecar-requires-app-health-check: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/enable-app-health-check"] is not "true". Set it, and dapr.io/app-health-check-path to a route that says whether the app can handle events.',
    ],
  ),
];
