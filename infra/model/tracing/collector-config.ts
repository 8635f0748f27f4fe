import { otlpPorts, zipkinPort } from "../tracing.ts";
import { toMilliseconds } from "../units.ts";
import type { CollectorExporter, CollectorSampling, CollectorSpec } from "./collector.ts";

/** Port on which the collector says that it works. */
export const collectorHealthPort = 13_133;

/** Port of the collector's own metrics. */
export const collectorMetricsPort = 8888;

/** Environment variable with a value that an exporter reads from a Secret. */
export const collectorVariable = (exporter: string, part: string): string =>
  `${exporter}_${part}`.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_");

const fromEnvironment = (exporter: string, part: string): string => `\${env:${collectorVariable(exporter, part)}}`;

const toSampler = (sampling: CollectorSampling): Record<string, object> =>
  sampling.kind === "probabilistic"
    ? { probabilistic_sampler: { sampling_percentage: sampling.percent } }
    : {
        tail_sampling: {
          decision_wait: sampling.wait,
          policies: [
            { name: "errors", type: "status_code", status_code: { status_codes: ["ERROR"] } },
            { name: "slow", type: "latency", latency: { threshold_ms: toMilliseconds(sampling.slow) } },
            { name: "others", type: "probabilistic", probabilistic: { sampling_percentage: sampling.percent } },
          ],
        },
      };

const toExporter = (name: string, exporter: CollectorExporter): [id: string, config: object] => {
  switch (exporter.kind) {
    case "otlp": {
      const headers = Object.fromEntries(
        (exporter.headers ?? []).map((header) => [header.name, fromEnvironment(name, header.name)]),
      );
      const { endpoint, tls } = exporter;
      return [
        `otlp_grpc/${name}`,
        { endpoint, tls: { insecure: !tls }, ...(exporter.headers === undefined ? {} : { headers }) },
      ];
    }
    case "zipkin":
      return [`zipkin/${name}`, { endpoint: exporter.endpoint }];
    case "azure-monitor":
      return [`azuremonitor/${name}`, { connection_string: fromEnvironment(name, "connection-string") }];
  }
};

/** The values that a collector's exporters read from Secrets: variable -> where it stands. */
export const collectorSecrets = ({ exporters }: CollectorSpec) =>
  Object.entries(exporters).flatMap(([name, exporter]) => {
    if (exporter.kind === "azure-monitor")
      return [{ name: collectorVariable(name, "connection-string"), reference: exporter.connectionString }];
    if (exporter.kind === "zipkin") return [];
    return (exporter.headers ?? []).map((header) => ({
      name: collectorVariable(name, header.name),
      reference: header.value,
    }));
  });

/**
 * The collector's configuration. The order of the processors is theirs: what would not fit is refused first, and whole
 * traces are chosen before they are put together. Upstream: opentelemetry.io/docs/collector/configuration.
 */
export const toCollectorConfig = ({ sampling, exporters }: CollectorSpec) => {
  const sampler = sampling === undefined ? {} : toSampler(sampling);
  const processors = {
    memory_limiter: { check_interval: "1s", limit_percentage: 80, spike_limit_percentage: 20 },
    ...sampler,
    batch: {},
  };
  const out = Object.fromEntries(Object.entries(exporters).map(([name, exporter]) => toExporter(name, exporter)));
  return {
    extensions: { health_check: { endpoint: `0.0.0.0:${collectorHealthPort}` } },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: `0.0.0.0:${otlpPorts.grpc}` },
          http: { endpoint: `0.0.0.0:${otlpPorts.http}` },
        },
      },
      zipkin: { endpoint: `0.0.0.0:${zipkinPort}` },
    },
    processors,
    exporters: out,
    service: {
      telemetry: {
        metrics: {
          readers: [{ pull: { exporter: { prometheus: { host: "0.0.0.0", port: collectorMetricsPort } } } }],
        },
      },
      extensions: ["health_check"],
      pipelines: {
        traces: {
          receivers: ["otlp", "zipkin"],
          processors: Object.keys(processors),
          exporters: Object.keys(out),
        },
      },
    },
  };
};
