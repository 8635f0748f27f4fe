import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a name that is no component",
    (graph) => {
      graph.props("Subscription todo/worker-tasks").spec.pubsubname = "evnets";
    },
    [
      "subscription-requires-loaded-pubsub: Subscription todo/worker-tasks: spec.pubsubname is evnets, and there is no such component. Name a pub/sub component of the namespace, with the app in its scopes.",
    ],
  ),
  broken(
    "a component that its app does not load",
    (graph) => {
      graph.props("Component todo/events").scopes = ["api"];
    },
    [
      "subscription-requires-loaded-pubsub: Subscription todo/worker-tasks-dead-letter: spec.pubsubname is events, which worker does not load. Name a pub/sub component of the namespace, with the app in its scopes.",
      "subscription-requires-loaded-pubsub: Subscription todo/worker-tasks: spec.pubsubname is events, which worker does not load. Name a pub/sub component of the namespace, with the app in its scopes.",
    ],
  ),
];
