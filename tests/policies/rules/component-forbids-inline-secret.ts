import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a password in place of its reference",
    (graph) => {
      graph.props("Component todo/events").spec.metadata[3] = { name: "saslPassword", value: "not-a-password" };
    },
    [
      "component-forbids-inline-secret: Component todo/events: spec.metadata[3].value holds the secret saslPassword. Put it into a Secret and write secretKeyRef in place of value.",
    ],
  ),
  broken(
    "an address with a password in a field that is no secret",
    (graph) => {
      graph.props("Component todo/store").spec.metadata[0].value = "redis://user:not-a-password@redis:6379";
    },
    [
      "component-forbids-inline-secret: Component todo/store: spec.metadata[0].value holds the secret redisHost. Put it into a Secret and write secretKeyRef in place of value.",
    ],
  ),
];
