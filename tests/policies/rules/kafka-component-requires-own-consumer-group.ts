import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "one group for two apps",
    (graph) => {
      graph.props("Component todo/events").spec.metadata[4].value = "todo";
    },
    [
      'kafka-component-requires-own-consumer-group: Component todo/events: spec.metadata[4].value is todo for several apps. Write "{appID}", so that each app has a group of its own.',
    ],
  ),
];
