import { z } from "zod";

/** `message|remedy` of a value of the wrong form; the check splits it. */
const form = (pattern: RegExp, message: string, remedy: string) => z.string().regex(pattern, `${message}|${remedy}`);
const duration = form(/^\d+(\.\d+)?(ms|s|m|h)$/, "is no duration", "Write it as 100ms, 30s, 5m or 24h.");
const size = form(/^[1-9]\d*(Ki|Mi|Gi)$/, "is no size", "Write it as 512Ki, 128Mi or 1Gi.");
const cpu = form(/^([1-9]\d*m|\d+(\.\d+)?)$/, "is no amount of CPU", "Write it as 100m or in whole cores.");
const name = z.string().min(1, "is empty|Give it a name.");
const route = name;
const count = (least: number, most: number) =>
  z.int(`is no whole number|Use a whole number from ${least} to ${most}.`).min(least).max(most);
const port = count(1, 65_535);
const nodePort = count(30_000, 32_767).optional();
const logLevel = z.enum(["debug", "info", "warn", "error"]);
/** A list without repetitions. */
const set = <T extends z.ZodType>(item: T) =>
  z.array(item).superRefine((items, context) => {
    items.forEach((value, index) => {
      if (items.indexOf(value) < index) context.addIssue({ code: "custom", path: [index], params: { repeated: true } });
    });
  });
const dictionary = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const apps = set(name);
const topic = z.strictObject({
  events: set(name),
  publishers: apps,
  subscribers: dictionary(
    z.strictObject({
      route,
      routes: dictionary(route).optional(),
      bulk: z.strictObject({ maxMessages: count(1, 10_000), maxAwaitMs: count(0, 600_000) }).optional(),
    }),
  ),
  ttlSeconds: count(1, 31_536_000).optional(),
});
const topology = z.strictObject({
  apps: dictionary(z.strictObject({ port, protocol: z.enum(["http", "https", "grpc", "grpcs", "h2c"]).optional() })),
  topics: dictionary(topic),
  deadLetters: z.strictObject({ app: name, route }),
  invocations: z.array(
    z.strictObject({ from: name, to: name, path: name, verbs: set(z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"])) }),
  ),
  stateStores: dictionary(z.strictObject({ apps })),
  secrets: dictionary(z.strictObject({ keys: set(name).min(1), apps })),
  schedules: dictionary(
    z.strictObject({ schedule: name, app: name, route, deduplicated: z.boolean().optional() }),
  ).optional(),
  bindings: dictionary(
    z.strictObject({ apps, direction: z.enum(["input", "output", "input, output"]), route: route.optional() }),
  ).optional(),
  buildingBlocks: dictionary(z.strictObject({ apps })).optional(),
});

const secretKeyRef = z.strictObject({ name, key: name });
const component = z.strictObject({
  type: name,
  version: name,
  metadata: z.array(
    z.union([
      z.strictObject({ name, value: z.string() }),
      z.strictObject({ name, secretKeyRef }),
      z.strictObject({ name, envRef: name }),
    ]),
  ),
  initTimeout: duration.optional(),
  ignoreErrors: z.boolean().optional(),
});

/** Looked into by the check of its kind, which knows Dapr's own schema. */
const upstream = z.record(z.string(), z.unknown());
const daprObject = z.strictObject({ apps: apps.min(1), spec: upstream });

const kafka = z.strictObject({
  cluster: name,
  namespace: name,
  partitions: count(1, 10_000),
  replicationFactor: count(1, 9),
  retention: duration,
  heap: size,
  storage: size,
});
const database = z.strictObject({
  name,
  namespace: name,
  storage: size,
  maxConnections: count(4, 10_000),
  owners: z
    .array(z.strictObject({ database: name, role: name, secret: name, connectionLimit: count(1, 10_000) }))
    .min(1),
});
const resiliency = z.strictObject({
  name,
  timeout: duration,
  outbound: z.strictObject({ maxInterval: duration, maxRetries: count(-1, 1_000) }),
  inbound: z.strictObject({ duration, maxRetries: count(-1, 1_000) }),
  circuitBreaker: z.strictObject({
    failures: count(1, 1_000),
    timeout: duration,
    interval: duration,
    apps: z.boolean().optional(),
  }),
});
const resources = z.strictObject({ cpuRequest: cpu, memoryRequest: size, cpuLimit: cpu, memoryLimit: size });
const probe = z.strictObject({ delay: duration, period: duration });
const service = z.strictObject({
  replicas: count(1, 1_000),
  resources,
  sidecarResources: resources,
  maxConcurrency: count(1, 100_000).optional(),
  liveness: probe,
  readiness: probe,
  blockShutdown: duration,
  gracefulShutdown: duration,
  logLevel,
  middleware: set(name).optional(),
  // Looked into by the check of sidecars, which knows the injector's own list.
  sidecar: z.record(z.string(), z.unknown()).optional(),
  nodePort,
});

/** The form of a platform; what its parts mean together is checked elsewhere. */
export const platformSchema = z.strictObject({
  topology,
  namespace: name,
  trustDomain: name,
  dapr: z.strictObject({
    release: z.enum(["1.16", "1.17", "1.18"]),
    namespace: name,
    highAvailability: z.boolean(),
    schedulerStorage: size,
    workloadCertTtl: duration,
    allowedClockSkew: duration,
    logLevel,
  }),
  components: dictionary(component),
  pubsub: name,
  secretStore: name,
  maxMessageSize: size,
  kafka: kafka.optional(),
  database: database.optional(),
  generatedSecrets: dictionary(dictionary(count(16, 512))).optional(),
  existingSecrets: set(name).optional(),
  tracing: z.strictObject({
    backend: z.literal("zipkin"),
    namespace: name,
    samplingRate: z.number().min(0).max(1),
    nodePort,
  }),
  resiliency,
  configuration: name,
  everyConfiguration: upstream.optional(),
  httpEndpoints: dictionary(daprObject).optional(),
  mcpServers: dictionary(daprObject).optional(),
  workflowAccessPolicies: dictionary(daprObject).optional(),
  services: dictionary(service),
  suppressions: z.array(z.strictObject({ code: name, path: name, reason: z.string() })).optional(),
  /** The mark of `definePlatform`. */
  checked: z.unknown().optional(),
});
