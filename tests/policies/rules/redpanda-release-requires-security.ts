import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no access control",
    (graph) => {
      delete graph.props("Release redpanda/redpanda").values.config;
    },
    [
      "redpanda-release-requires-security: Release redpanda/redpanda: values.config.cluster.kafka_enable_authorization is not true. Set it to true.",
    ],
  ),
];
