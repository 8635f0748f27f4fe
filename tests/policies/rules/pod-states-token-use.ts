import { broken, podSpecOf } from "../support/broken.ts";

export const cases = [
  broken(
    "nothing said of it",
    (graph) => {
      delete podSpecOf(graph, "Job todo/migrate").automountServiceAccountToken;
    },
    [
      "pod-states-token-use: Job todo/migrate: spec.template.spec.automountServiceAccountToken is not set, which means true. Set it to false, or to true with a service account of the pod's own.",
    ],
  ),
  broken(
    "the token of the default account",
    (graph) => {
      delete podSpecOf(graph, "Deployment todo/worker").serviceAccountName;
    },
    [
      "pod-states-token-use: Deployment todo/worker: spec.template.spec.serviceAccountName is not set, and the token of default is mounted. Name a service account of the pod's own.",
    ],
  ),
];
