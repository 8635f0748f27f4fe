import { broken } from "../support/broken.ts";
import { component } from "../support/good-dapr.ts";

export const cases = [
  broken(
    "the earlier name of a type",
    (graph) => {
      graph.add(component("devices", "pubsub.mqtt", { publishingScopes: "api=", subscriptionScopes: "api=" }, ["api"]));
    },
    [
      "component-forbids-deprecated-type: Component todo/devices: spec.type is pubsub.mqtt/v1, which is deprecated. Use pubsub.mqtt3.",
    ],
  ),
];
