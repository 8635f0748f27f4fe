import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a caller that may do everything",
    (graph) => {
      graph.props("Configuration todo/apps").spec.accessControl.policies[0].defaultAction = "allow";
    },
    [
      "configuration-forbids-open-policies: Configuration todo/apps: spec.accessControl.policies[0].defaultAction is allow. Set it to deny, and list the operations that the caller needs.",
    ],
  ),
  broken(
    "every operation with every verb",
    (graph) => {
      graph.props("Configuration todo/apps").spec.accessControl.policies[0].operations = [
        { name: "/**", httpVerb: ["*"], action: "allow" },
      ];
    },
    [
      "configuration-forbids-open-policies: Configuration todo/apps: spec.accessControl.policies[0].operations[0] allows every operation with every verb. Set it to deny, and list the operations that the caller needs.",
    ],
  ),
];
