import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no authentication",
    (graph) => {
      graph.props("Component todo/events").spec.metadata[1].value = "none";
    },
    [
      "kafka-component-requires-authentication: Component todo/events: spec.metadata[1].value is no authentication. Set authType to password (SCRAM), mtls, oidc or awsiam, with a user for each app.",
    ],
  ),
  broken(
    "nothing said of it",
    (graph) => {
      graph.props("Component todo/events").spec.metadata.splice(1, 1);
    },
    [
      "kafka-component-requires-authentication: Component todo/events: spec.metadata has no authType. Set authType to password (SCRAM), mtls, oidc or awsiam, with a user for each app.",
    ],
  ),
];
