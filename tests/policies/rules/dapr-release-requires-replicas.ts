import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "one of each",
    (graph) => {
      graph.props("Release dapr-system/dapr").values.global.ha.enabled = false;
    },
    [
      "dapr-release-requires-replicas: Release dapr-system/dapr: values.global.ha.enabled is not true. Set it to true: each part then has three replicas.",
    ],
  ),
];
