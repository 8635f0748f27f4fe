import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "the store that Dapr adds",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/disable-builtin-k8s-secret-store"] = "false";
    },
    [
      'sidecar-forbids-built-in-secret-store: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/disable-builtin-k8s-secret-store"] is not "true". Set it, and make a component secretstores.kubernetes with scopes.',
    ],
  ),
];
