import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no scopes",
    (graph) => {
      graph.props("Component todo/secrets").scopes = [];
    },
    [
      "component-requires-scopes: Component todo/secrets: scopes is empty, so every app of the namespace loads it. List the ids of the apps that use it.",
    ],
  ),
];
