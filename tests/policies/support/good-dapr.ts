import { draft, object, type Draft } from "./graph.ts";

/** A Component with its metadata as pairs; a value that starts with `secret:` is a reference. */
export const component = (
  name: string,
  type: string,
  metadata: Readonly<Record<string, string>>,
  scopes: readonly string[],
): Draft =>
  object("dapr.io/v1alpha1", "Component", `todo/${name}`, {
    spec: {
      type,
      version: "v1",
      metadata: Object.entries(metadata).map(([key, value]) =>
        value.startsWith("secret:")
          ? { name: key, secretKeyRef: { name: value.slice("secret:".length), key: "value" } }
          : { name: key, value },
      ),
    },
    scopes: [...scopes],
  });

const topics = { publishingScopes: "api=tasks;worker=", subscriptionScopes: "api=;worker=tasks,tasks-dead-letter" };

const retries = { policy: "exponential", maxRetries: 5 };

const resiliency = {
  spec: {
    policies: {
      retries: { outbound: retries, inbound: { policy: "constant", duration: "1s", maxRetries: 3 } },
      timeouts: { general: "30s" },
    },
    targets: {
      apps: { api: { retry: "outbound", timeout: "general" } },
      components: {
        events: {
          inbound: { retry: "inbound", timeout: "general" },
          outbound: { retry: "outbound", timeout: "general" },
        },
      },
    },
  },
  scopes: ["api", "worker"],
};

const configuration = {
  spec: {
    accessControl: {
      defaultAction: "deny",
      trustDomain: "todo",
      policies: [
        {
          appId: "worker",
          defaultAction: "deny",
          namespace: "todo",
          trustDomain: "todo",
          operations: [{ name: "/tasks/**", httpVerb: ["GET"], action: "allow" }],
        },
      ],
    },
    logging: { apiLogging: { enabled: true, obfuscateURLs: true } },
    metric: { enabled: true },
    mtls: { enabled: true },
    secrets: { scopes: [{ storeName: "secrets", defaultAccess: "deny", allowedSecrets: ["database"] }] },
    tracing: {
      samplingRate: "0.5",
      otel: { endpointAddress: "otel.monitoring:4317", isSecure: true, protocol: "grpc" },
    },
  },
};

const subscription = (topic: string, deadLetterTopic: string | undefined): Draft =>
  object("dapr.io/v2alpha1", "Subscription", `todo/worker-${topic}`, {
    spec: {
      pubsubname: "events",
      topic,
      routes: { default: `/${topic}` },
      ...(deadLetterTopic === undefined ? {} : { deadLetterTopic }),
    },
    scopes: ["worker"],
  });

/** What the apps have of Dapr. */
export const goodDapr = (): Draft[] => [
  draft("kubernetes:helm.sh/v3:Release", "dapr", {
    name: "dapr",
    namespace: "dapr-system",
    chart: "dapr",
    version: "1.18.2",
    repositoryOpts: { repo: "https://dapr.github.io/helm-charts" },
    values: {
      global: { mtls: { enabled: true }, ha: { enabled: true } },
      dapr_sidecar_injector: { webhookFailurePolicy: "Fail" },
    },
  }),
  component(
    "events",
    "pubsub.kafka",
    {
      brokers: "kafka.kafka:9093",
      authType: "password",
      saslUsername: "{appID}",
      saslPassword: "secret:kafka",
      consumerGroup: "{appID}",
      caCert: "secret:ca",
      ...topics,
    },
    ["api", "worker"],
  ),
  component("store", "state.redis", { redisHost: "redis:6379", enableTLS: "true", actorStateStore: "true" }, ["api"]),
  component("archive", "state.postgresql", { connectionString: "secret:database" }, ["worker"]),
  component("nightly", "bindings.cron", { schedule: "@daily", direction: "input" }, ["worker"]),
  component("secrets", "secretstores.kubernetes", {}, ["api", "worker"]),
  subscription("tasks", "tasks-dead-letter"),
  subscription("tasks-dead-letter", undefined),
  object("dapr.io/v1alpha1", "Configuration", "todo/apps", configuration),
  object("dapr.io/v1alpha1", "Resiliency", "todo/apps", resiliency),
];
