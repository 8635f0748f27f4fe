import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "mTLS off",
    (graph) => {
      graph.props("Configuration todo/apps").spec.mtls.enabled = false;
    },
    ["configuration-forbids-disabled-mtls: Configuration todo/apps: spec.mtls.enabled is false. Remove it."],
  ),
];
