import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "allowed by default",
    (graph) => {
      graph.props("Configuration todo/apps").spec.accessControl.defaultAction = "allow";
    },
    [
      "configuration-denies-access-by-default: Configuration todo/apps: spec.accessControl.defaultAction is not deny. Set it to deny, and list the callers and operations under policies.",
    ],
  ),
];
