import {
  componentManifest,
  configuration,
  httpEndpoint,
  mcpServer,
  resiliency,
  subscription,
  workflowAccessPolicy,
} from "../../../infra/model/dapr/kinds/constructors.ts";
import type { DaprManifest } from "../../../infra/model/dapr/manifests.ts";

const store = componentManifest(
  { name: "store", scopes: ["shop"], auth: { secretStore: "kubernetes" } },
  {
    type: "state.redis",
    version: "v1",
    metadata: [
      { name: "redisHost", value: "redis:6379" },
      { name: "redisPassword", secretKeyRef: { name: "redis", key: "password" } },
      { name: "redisUsername", envRef: "REDIS_USER" },
    ],
    initTimeout: "30s",
    ignoreErrors: true,
  },
);

const settings = configuration({
  name: "settings",
  spec: {
    tracing: {
      samplingRate: "0.1",
      stdout: true,
      otel: {
        endpointAddress: "otel:4317",
        protocol: "grpc",
        isSecure: false,
        timeout: "10s",
        headers: [{ name: "tenant", value: "shop" }],
      },
      zipkin: { endpointAddress: "http://zipkin:9411/api/v2/spans" },
    },
    metrics: {
      enabled: true,
      recordErrorCodes: true,
      latencyDistributionBuckets: [5, 50, 500],
      http: { increasedCardinality: false, excludeVerbs: true, pathMatching: ["/orders/{id}"] },
      rules: [{ name: "dapr_http_server_request_count", labels: [{ name: "method", regex: { orders: "orders/.+" } }] }],
    },
    accessControl: {
      defaultAction: "deny",
      trustDomain: "shop",
      policies: [
        {
          appId: "cart",
          defaultAction: "deny",
          trustDomain: "shop",
          namespace: "shop",
          operations: [{ name: "/orders/*", httpVerb: ["GET", "POST"], action: "allow" }],
        },
      ],
    },
    httpPipeline: { handlers: [{ name: "limit", type: "middleware.http.ratelimit" }] },
    appHttpPipeline: { handlers: [{ name: "upper", type: "middleware.http.uppercase" }] },
    secrets: { scopes: [{ storeName: "kubernetes", defaultAccess: "deny", allowedSecrets: ["db"] }] },
    api: { allowed: [{ name: "state", version: "v1", protocol: "http" }] },
    components: { deny: ["bindings.http"] },
    features: [{ name: "HotReload", enabled: false }],
    nameResolution: { component: "kubernetes", version: "v1", configuration: { clusterDomain: "cluster.local" } },
    logging: { apiLogging: { enabled: true, obfuscateURLs: true, omitHealthChecks: true } },
    wasm: { strictSandbox: true },
    workflow: {
      maxConcurrentWorkflowInvocations: 10,
      globalMaxConcurrentActivityInvocations: 100,
      workflowConcurrencyLimits: [{ name: "pay", maxConcurrent: 5 }],
      stateRetentionPolicy: { anyTerminal: "168h", failed: "720h" },
    },
  },
});

const orders = subscription({
  name: "orders",
  scopes: ["shop"],
  spec: {
    pubsubname: "pubsub",
    topic: "orders",
    routes: { rules: [{ match: 'event.type == "paid"', path: "/paid" }], default: "/orders" },
    deadLetterTopic: "orders-dead",
    bulkSubscribe: { enabled: true, maxMessagesCount: 50, maxAwaitDurationMs: 100 },
    metadata: { rawPayload: "true" },
  },
});

const resilience = resiliency({
  name: "resilience",
  scopes: ["shop"],
  spec: {
    policies: {
      timeouts: { general: "5s" },
      retries: {
        slow: {
          policy: "exponential",
          maxInterval: "15s",
          maxRetries: 5,
          matching: { httpStatusCodes: "429,500-599" },
        },
        steady: { policy: "constant", duration: "1s", maxRetries: -1, matching: { gRPCStatusCodes: "4,14" } },
      },
      circuitBreakers: { shared: { maxRequests: 1, interval: "8s", timeout: "45s", trip: "consecutiveFailures > 8" } },
    },
    targets: {
      apps: { cart: { timeout: "general", retry: "slow", circuitBreakerCacheSize: 50 } },
      actors: { basket: { retry: "steady", circuitBreaker: "shared", circuitBreakerScope: "both" } },
      components: { store: { outbound: { timeout: "general", circuitBreaker: "shared" }, inbound: { retry: "slow" } } },
    },
  },
});

const weather = httpEndpoint({
  name: "weather",
  scopes: ["shop"],
  auth: { secretStore: "kubernetes" },
  spec: {
    baseUrl: "https://weather.example.com",
    headers: [{ name: "Authorization", secretKeyRef: { name: "weather", key: "authorization" } }],
    clientTLS: {
      renegotiation: "OnceAsClient",
      rootCA: { secretKeyRef: { name: "weather", key: "ca" } },
      certificate: { secretKeyRef: { name: "weather", key: "crt" } },
      privateKey: { secretKeyRef: { name: "weather", key: "key" } },
    },
  },
});

const tools = mcpServer({
  name: "tools",
  scopes: ["shop"],
  spec: {
    endpoint: {
      streamableHTTP: {
        url: "https://tools.example.com/mcp",
        timeout: "30s",
        protocolVersion: "2025-06-18",
        headers: [{ name: "tenant", value: "shop" }],
        auth: {
          secretStore: "kubernetes",
          oauth2: {
            issuer: "https://login.example.com/token",
            clientID: "shop",
            scopes: ["tools"],
            secretKeyRef: { name: "tools", key: "secret" },
          },
        },
      },
    },
    middleware: { beforeCallTool: [{ workflow: { workflowName: "audit", appID: "audit" }, mutate: true }] },
    catalog: { displayName: "Tools", owner: { team: "shop" }, tags: ["pay"], links: { docs: "https://example.com" } },
    ignoreErrors: true,
  },
});

const payments = workflowAccessPolicy({
  name: "payments",
  scopes: ["shop"],
  spec: {
    rules: [
      {
        callers: [{ appID: "cart" }],
        workflows: [{ name: "pay", operations: ["schedule", "get"] }],
        activities: [{ name: "charge" }],
      },
    ],
  },
});

/** One manifest of every kind with most of what the kind has; none has a problem. */
export const richManifests: readonly DaprManifest[] = [
  ...[store, settings, orders, resilience, weather, tools, payments],
];

const items = [
  { name: "url", value: "http://example.com" },
  { name: "url", secretKeyRef: { name: "service", key: "url" } },
  { name: "url", envRef: "SERVICE_URL" },
] as const;

/** Components in every form of the envelope. */
export const componentMatrix: readonly DaprManifest[] = items.flatMap((item, index) =>
  [undefined, ["shop"], ["shop", "cart"]].flatMap((scopes) =>
    [undefined, { secretStore: "kubernetes" }].flatMap((auth) =>
      [{}, { initTimeout: "1m30s" }, { ignoreErrors: false }].map((options, option) =>
        componentManifest(
          {
            name: `matrix-${index}-${scopes?.length ?? 0}-${auth ? 1 : 0}-${option}`,
            ...(scopes === undefined ? {} : { scopes }),
            ...(auth === undefined ? {} : { auth }),
          },
          { type: "bindings.http", version: "v1", metadata: [item], ...options },
        ),
      ),
    ),
  ),
);
