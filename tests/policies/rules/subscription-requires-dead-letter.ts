import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no dead-letter topic",
    (graph) => {
      delete graph.props("Subscription todo/worker-tasks").spec.deadLetterTopic;
      graph.remove("Subscription todo/worker-tasks-dead-letter");
    },
    [
      "subscription-requires-dead-letter: Subscription todo/worker-tasks: spec.deadLetterTopic is not set. Name a topic for events that fail, behind a bounded retry of a Resiliency, and subscribe to it.",
    ],
  ),
];
