import { otlpPorts, zipkinPort, type JaegerStorage } from "../tracing.ts";

/** Ports of Jaeger's page with its API, and of the answer whether it works. */
export const jaegerPorts = { query: 16_686, health: 13_133 } as const;

/** Where Jaeger says that it works. */
export const jaegerHealthPath = "/status";

/** Folder of the volume that Badger writes to. */
export const badgerPath = "/badger";

const toBackend = (storage: JaegerStorage) =>
  storage.kind === "memory"
    ? { memory: { max_traces: storage.maxTraces } }
    : {
        badger: {
          directories: { keys: `${badgerPath}/keys`, values: `${badgerPath}/values` },
          ephemeral: false,
          ttl: { spans: storage.retention },
        },
      };

/** Jaeger's configuration: a collector with a storage and a page. Upstream: jaegertracing.io/docs/latest/deployment. */
export const toJaegerConfig = (storage: JaegerStorage) => ({
  extensions: {
    healthcheckv2: {
      use_v2: true,
      http: { endpoint: `0.0.0.0:${jaegerPorts.health}`, status: { enabled: true, path: jaegerHealthPath } },
    },
    jaeger_storage: { backends: { spans: toBackend(storage) } },
    jaeger_query: { storage: { traces: "spans" }, http: { endpoint: `0.0.0.0:${jaegerPorts.query}` } },
  },
  receivers: {
    otlp: {
      protocols: {
        grpc: { endpoint: `0.0.0.0:${otlpPorts.grpc}` },
        http: { endpoint: `0.0.0.0:${otlpPorts.http}` },
      },
    },
    zipkin: { endpoint: `0.0.0.0:${zipkinPort}` },
  },
  processors: { batch: {} },
  exporters: { jaeger_storage_exporter: { trace_storage: "spans" } },
  service: {
    extensions: ["healthcheckv2", "jaeger_storage", "jaeger_query"],
    pipelines: {
      traces: { receivers: ["otlp", "zipkin"], processors: ["batch"], exporters: ["jaeger_storage_exporter"] },
    },
  },
});
