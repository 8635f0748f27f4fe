const common = { namespace: "monitoring", samplingRate: 1 };
const zipkin = { kind: "zipkin", endpoint: "http://zipkin.example.com:9411/api/v2/spans" };
const tail = { kind: "tail", wait: "10s", slow: "1s", percent: 10 };
const collector = { replicas: 1, memory: "256Mi", exporters: { zipkin } };
const external = { ...common, backend: "otlp", endpoint: "otlp.example.com:4317", protocol: "grpc", tls: true };
const key = { name: "api-key", value: { secretKeyRef: { name: "otlp", key: "key" } } };
const loki = { kind: "loki", host: "loki.logs", port: 3100, tls: false, retention: "168h" };
const reference = (name: string) => ({ secretKeyRef: { name: "logs", key: name } });
const azure = {
  kind: "azure-monitor",
  endpoint: "https://todo.westeurope-1.ingest.monitor.azure.com",
  rule: "dcr-0123456789abcdef0123456789abcdef",
  table: "Todo_CL",
  tenant: "11111111-1111-1111-1111-111111111111",
  client: "22222222-2222-2222-2222-222222222222",
  clientSecret: reference("client"),
};

/** Sound choices of backends and targets, which the mistakes change in one place. */
export const soundTracing: readonly (readonly [title: string, tracing: object])[] = [
  ["jaeger in memory", { ...common, backend: "jaeger", storage: { kind: "memory", maxTraces: 50_000 } }],
  [
    "jaeger on a volume",
    { ...common, backend: "jaeger", storage: { kind: "badger", storage: "5Gi", retention: "72h" } },
  ],
  ["a collector", { ...common, backend: "collector", collector }],
  ["a collector with tail sampling", { ...common, backend: "collector", collector: { ...collector, sampling: tail } }],
  [
    "two collectors with a share",
    {
      ...common,
      backend: "collector",
      collector: {
        replicas: 2,
        memory: "512Mi",
        sampling: { kind: "probabilistic", percent: 25 },
        exporters: {
          zipkin,
          vendor: { kind: "otlp", endpoint: "otlp.example.com:4317", tls: true, headers: [key] },
          azure: { kind: "azure-monitor", connectionString: reference("connection") },
        },
      },
    },
  ],
  ["an endpoint outside", external],
];

/** The same for logs. */
export const soundLogging: readonly (readonly [title: string, target: object])[] = [
  ["loki", loki],
  [
    "loki with tenant and password",
    { ...loki, tls: true, tenant: "todo", credentials: { user: reference("user"), password: reference("password") } },
  ],
  [
    "elasticsearch",
    {
      ...loki,
      kind: "elasticsearch",
      port: 9200,
      tls: true,
      prefix: "todo",
      credentials: { user: reference("user"), password: reference("password") },
    },
  ],
  ["azure monitor", azure],
];

/** Mistakes in where spans and logs go, as in mistakes.ts. */
export const tracingMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "an OTLP endpoint with a scheme",
    (p) => (p.tracing = { ...external, endpoint: "https://otlp.example.com:4317" }),
    [["TP1042", "tracing.endpoint"]],
  ],
  [
    "a Zipkin endpoint without a path",
    (p) =>
      (p.tracing = {
        ...common,
        backend: "collector",
        collector: { ...collector, exporters: { zipkin: { kind: "zipkin", endpoint: "zipkin:9411" } } },
      }),
    [["TP1042", "tracing.collector.exporters.zipkin.endpoint"]],
  ],
  [
    "secret headers without TLS",
    (p) => {
      p.existingSecrets = ["otlp"];
      p.tracing = { ...external, tls: false, headers: [key] };
    },
    [["TP1043", "tracing.tls"]],
  ],
  [
    "headers from a Secret that nobody makes",
    (p) => (p.tracing = { ...external, headers: [key] }),
    [["TP0403", "tracing.headers[0].value.secretKeyRef.name"]],
  ],
  [
    "a collector without exporters",
    (p) => (p.tracing = { ...common, backend: "collector", collector: { ...collector, exporters: {} } }),
    [["TP1044", "tracing.collector.exporters"]],
  ],
  [
    "tail sampling by two",
    (p) => (p.tracing = { ...common, backend: "collector", collector: { ...collector, replicas: 2, sampling: tail } }),
    [["TP1045", "tracing.collector.replicas"]],
  ],
  [
    "tail sampling of what sidecars leave over",
    (p) =>
      (p.tracing = {
        ...common,
        samplingRate: 0.1,
        backend: "collector",
        collector: { ...collector, sampling: tail },
      }),
    [["TP1046", "tracing.samplingRate"]],
  ],
  [
    "a page of a backend without one",
    (p) => (p.tracing = { ...external, nodePort: 30_411 }),
    [["TP1047", "tracing.nodePort"]],
  ],
  [
    "traces in memory in production",
    (p) => {
      p.dapr.highAvailability = true;
      p.suppressions = [
        { code: "TP0416", path: "kafka.replicationFactor", reason: "a test of tracing" },
        { code: "TP0453", path: "database.kind", reason: "a test of tracing" },
      ];
      p.tracing = { ...common, backend: "jaeger", storage: { kind: "memory", maxTraces: 1000 } };
    },
    [["TP1048", "tracing.storage.kind"]],
  ],
  [
    "a backend that does not exist",
    (p) => (p.tracing = { ...common, backend: "jager" }),
    [["TP0106", "tracing.backend"]],
  ],
  [
    "a server of logs with a scheme",
    (p) => (p.logging = { namespace: "logging", target: { ...loki, host: "http://loki.logs" } }),
    [["TP1049", "logging.target.host"]],
  ],
  [
    "a data collection rule by its name",
    (p) => (p.logging = { namespace: "logging", target: { ...azure, rule: "todo-logs" } }),
    [["TP1049", "logging.target.rule"]],
  ],
  [
    "a data collection endpoint without a scheme",
    (p) => (p.logging = { namespace: "logging", target: { ...azure, endpoint: "todo.ingest.monitor.azure.com" } }),
    [["TP1049", "logging.target.endpoint"]],
  ],
  [
    "a password without TLS",
    (p) =>
      (p.logging = {
        namespace: "logging",
        target: { ...loki, credentials: { user: reference("user"), password: reference("password") } },
      }),
    [["TP1043", "logging.target.tls"]],
  ],
  [
    "logs for six hours",
    (p) => (p.logging = { namespace: "logging", target: { ...loki, retention: "6h" } }),
    [["TP1050", "logging.target.retention"]],
  ],
  [
    "collectors of logs in the restricted namespace",
    (p) => (p.logging = { namespace: "monitoring", target: loki }),
    [["TP1051", "logging.namespace"]],
  ],
];
