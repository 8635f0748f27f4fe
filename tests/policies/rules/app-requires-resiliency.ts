import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "an app out of its scopes",
    (graph) => {
      graph.props("Resiliency todo/apps").scopes = ["api"];
    },
    [
      "app-requires-resiliency: Deployment todo/worker: spec.template is an app without a Resiliency. Make a Resiliency in its namespace with worker in its scopes.",
    ],
  ),
];
