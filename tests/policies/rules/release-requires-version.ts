import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no version",
    (graph) => {
      delete graph.props("Release dapr-system/dapr").version;
    },
    ["release-requires-version: Release dapr-system/dapr: version is not set. Name the version of the chart."],
  ),
];
