import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no scopes",
    (graph) => {
      graph.props("Subscription todo/worker-tasks").scopes = [];
    },
    [
      "subscription-requires-scopes: Subscription todo/worker-tasks: scopes is empty, so every app of the namespace subscribes. List the ids of the apps that have the route.",
    ],
  ),
];
