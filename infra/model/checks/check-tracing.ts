import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import type { CollectorSpec } from "../tracing/collector.ts";
import type { TracingSpec } from "../tracing.ts";
import { error, warning } from "./error.ts";

/** Host and port, as gRPC and Dapr take an endpoint. */
const hostAndPort = /^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:\d{1,5}$/;

const otlpProblems = (
  path: string,
  { endpoint, tls, headers }: { endpoint: string; tls: boolean; headers?: readonly unknown[] },
): Problem[] => [
  ...(hostAndPort.test(endpoint)
    ? []
    : [
        error(
          "TP1042",
          `${path}.endpoint`,
          endpoint,
          "is no host with a port",
          "Write it without a scheme and a path, such as otlp.example.com:4317.",
        ),
      ]),
  ...(!tls && (headers ?? []).length > 0
    ? [
        error(
          "TP1043",
          `${path}.tls`,
          tls,
          "lets everybody on the way read the secret headers",
          "Set tls to true, or leave the headers out.",
        ),
      ]
    : []),
];

const exporterProblems = ({ exporters }: CollectorSpec): Problem[] => [
  ...(Object.keys(exporters).length > 0
    ? []
    : [
        error(
          "TP1044",
          "tracing.collector.exporters",
          exporters,
          "hand nothing on: the collector does not start without one",
          "Name who gets the traces.",
        ),
      ]),
  ...Object.entries(exporters).flatMap(([name, exporter]) => {
    const path = `tracing.collector.exporters.${name}`;
    if (exporter.kind === "otlp") return otlpProblems(path, exporter);
    if (exporter.kind === "zipkin" && !/^https?:\/\/[^/]+\/.+/.test(exporter.endpoint))
      return [
        error(
          "TP1042",
          `${path}.endpoint`,
          exporter.endpoint,
          "is no address of a Zipkin API",
          "Write it with scheme and path, such as http://zipkin:9411/api/v2/spans.",
        ),
      ];
    return [];
  }),
];

const samplingProblems = ({ replicas, sampling }: CollectorSpec, samplingRate: number): Problem[] => {
  if (sampling?.kind !== "tail") return [];
  return [
    ...(replicas === 1
      ? []
      : [
          error(
            "TP1045",
            "tracing.collector.replicas",
            replicas,
            "see a part of each trace only, and none can tell whether it was slow or failed",
            'Use one, or sampling { kind: "probabilistic", percent }.',
          ),
        ]),
    ...(samplingRate === 1
      ? []
      : [
          warning(
            "TP1046",
            "tracing.samplingRate",
            samplingRate,
            "leaves traces out before the collector sees whether they failed",
            "Set it to 1: the collector chooses.",
          ),
        ]),
  ];
};

const pageProblems = ({ backend, nodePort }: TracingSpec): Problem[] =>
  nodePort === undefined || backend === "zipkin" || backend === "jaeger"
    ? []
    : [
        error(
          "TP1047",
          "tracing.nodePort",
          nodePort,
          `leads nowhere: a backend "${backend}" has no page of its own`,
          "Leave it out, and look at the traces where they end up.",
        ),
      ];

/** Whether spans arrive where `tracing` says, and in one piece. */
export const checkTracing = ({ tracing, dapr }: PlatformSpec): Problem[] => {
  const problems = pageProblems(tracing);
  switch (tracing.backend) {
    case "zipkin":
      return problems;
    case "otlp":
      return [...problems, ...otlpProblems("tracing", tracing)];
    case "collector":
      return [
        ...problems,
        ...exporterProblems(tracing.collector),
        ...samplingProblems(tracing.collector, tracing.samplingRate),
      ];
    case "jaeger":
      return dapr.highAvailability && tracing.storage.kind === "memory"
        ? [
            ...problems,
            warning(
              "TP1048",
              "tracing.storage.kind",
              "memory",
              "forgets every trace with the next update of its node",
              'Use { kind: "badger", … }, or a backend outside.',
            ),
          ]
        : problems;
  }
};
