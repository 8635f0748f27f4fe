import { annotationsOf, broken } from "../support/broken.ts";

export const cases = [
  broken(
    "the id of another app",
    (graph) => {
      annotationsOf(graph, "api")["dapr.io/app-id"] = "worker";
      graph.props("Component todo/nightly").scopes = ["other"];
      delete graph.props("Resiliency todo/apps").spec.targets.apps.api;
    },
    [
      'sidecar-requires-own-app-id: Deployment todo/api: spec.template.metadata.annotations["dapr.io/app-id"] is worker, as that of Deployment todo/worker. Give each app an id of its own.',
      'sidecar-requires-own-app-id: Deployment todo/worker: spec.template.metadata.annotations["dapr.io/app-id"] is worker, as that of Deployment todo/api. Give each app an id of its own.',
    ],
  ),
];
