import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "every verb",
    (graph) => {
      graph.props("Role todo/api-secrets").rules[0].verbs = ["*"];
    },
    ["role-forbids-wildcards: Role todo/api-secrets: rules[0].verbs has *. List what is needed."],
  ),
];
