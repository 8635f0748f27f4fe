import { z } from "zod";
import { scalingSchema, schedulingSchema } from "./scaling/scaling-schema.ts";
import { loggingSchema } from "./logging/logging-schema.ts";
import { gatewaySchema } from "./gateway/gateway-schema.ts";
import { observabilitySchema } from "./observability/observability-schema.ts";
import { operatorsPageSchema } from "./operators-page/operators-page-schema.ts";
import { databaseSchema } from "./database-schema.ts";
import { kafkaSchema } from "./kafka-schema.ts";
import { tracingSchema } from "./tracing/tracing-schema.ts";
import { redisSchema } from "./redis-schema.ts";
import { etcdSchema, mongodbSchema, rabbitmqSchema, vaultSchema } from "./server-schema.ts";
import { count, duration, name, resources, set, size } from "./schema-values.ts";
import { operatorsSchema, suppressionSchema } from "./target-parts-schema.ts";

const route = name;
const port = count(1, 65_535);
const nodePort = count(30_000, 32_767).optional();
const logLevel = z.enum(["debug", "info", "warn", "error"]);
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
  apps: dictionary(
    z.strictObject({
      port,
      jobs: z.boolean().optional(),
      protocol: z.enum(["http", "https", "grpc", "grpcs", "h2c"]).optional(),
    }),
  ),
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
const probe = z.strictObject({ delay: duration, period: duration });
const service = z.strictObject({
  replicas: count(1, 1_000),
  scaling: scalingSchema.optional(),
  resources,
  sidecarResources: resources,
  maxConcurrency: count(1, 100_000).optional(),
  liveness: probe,
  readiness: probe,
  eventHealthPath: route.optional(),
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
  kafka: kafkaSchema.optional(),
  database: databaseSchema.optional(),
  redis: redisSchema.optional(),
  etcd: etcdSchema.optional(),
  rabbitmq: rabbitmqSchema.optional(),
  vault: vaultSchema.optional(),
  mongodb: mongodbSchema.optional(),
  generatedSecrets: dictionary(dictionary(count(16, 512))).optional(),
  existingSecrets: set(name).optional(),
  messageSink: z.strictObject({ name, smtpPort: port, httpPort: port }).optional(),
  tracing: tracingSchema,
  logging: loggingSchema.optional(),
  operators: operatorsSchema.optional(),
  gateway: gatewaySchema.optional(),
  observability: observabilitySchema.optional(),
  operatorsPage: operatorsPageSchema.optional(),
  resiliency,
  configuration: name,
  everyConfiguration: upstream.optional(),
  httpEndpoints: dictionary(daprObject).optional(),
  mcpServers: dictionary(daprObject).optional(),
  workflowAccessPolicies: dictionary(daprObject).optional(),
  scheduling: schedulingSchema.optional(),
  services: dictionary(service),
  suppressions: z.array(suppressionSchema).optional(),
  /** The mark of `definePlatform`. */
  checked: z.unknown().optional(),
});
