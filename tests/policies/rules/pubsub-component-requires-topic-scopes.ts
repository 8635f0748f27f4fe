import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no publishing scopes",
    (graph) => {
      graph.props("Component todo/events").spec.metadata.splice(6, 1);
    },
    [
      "pubsub-component-requires-topic-scopes: Component todo/events: spec.metadata has no publishingScopes. List the topics of each app; an app without topics is listed with none.",
    ],
  ),
];
