import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no sampling",
    (graph) => {
      graph.props("Configuration todo/apps").spec.tracing.samplingRate = "0";
    },
    [
      'configuration-requires-tracing: Configuration todo/apps: spec.tracing.samplingRate samples nothing. Set samplingRate above "0" and the endpoint of otel or zipkin under spec.tracing.',
    ],
  ),
  broken(
    "no endpoint",
    (graph) => {
      delete graph.props("Configuration todo/apps").spec.tracing.otel;
    },
    [
      'configuration-requires-tracing: Configuration todo/apps: spec.tracing has no endpoint. Set samplingRate above "0" and the endpoint of otel or zipkin under spec.tracing.',
    ],
  ),
];
