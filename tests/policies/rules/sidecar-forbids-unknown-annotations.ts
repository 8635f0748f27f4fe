import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a misspelt annotation",
    (graph) => {
      annotationsOf(graph, "worker")["dapr.io/app-max-concurency"] = "10";
    },
    [
      'sidecar-forbids-unknown-annotations: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/app-max-concurency"] is no annotation of Dapr. Correct its spelling, or remove it.',
    ],
  ),
];
