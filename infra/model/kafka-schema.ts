import { z } from "zod";
import { kafkaProviders, saslMechanisms } from "./kafka.ts";
import { count, duration, form, name, resources, secretKeyReference, set, size } from "./schema-values.ts";

const own = {
  cluster: name,
  namespace: name,
  partitions: count(1, 10_000),
  replicationFactor: count(1, 9),
  retention: duration,
  storage: size,
};
const plain = z.strictObject({ kind: z.literal("plain"), ...own, heap: size });
const strimzi = z.strictObject({
  kind: z.literal("strimzi"),
  ...own,
  heap: size,
  brokers: count(1, 1_000),
  controllers: count(0, 9),
  minInsyncReplicas: count(1, 9),
  brokerResources: resources,
  controllerResources: resources,
  controllerStorage: size,
  storageClass: name.optional(),
  rackLabel: name.optional(),
});
const redpanda = z.strictObject({
  kind: z.literal("redpanda"),
  ...own,
  brokers: count(1, 1_000),
  cores: count(1, 256),
  memory: size,
  certificates: z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("platform") }),
    z.strictObject({
      by: z.literal("cert-manager"),
      issuer: z.strictObject({ kind: z.enum(["Issuer", "ClusterIssuer"]), name }),
      ca: secretKeyReference,
    }),
  ]),
  storageClass: name.optional(),
  rackLabel: name.optional(),
});
const broker = form(/^[^\s:,/]+:\d{1,5}$/, "is no address of a broker", "Write it as broker.example.com:9092.");
const external = z.strictObject({
  kind: z.literal("external"),
  provider: z.enum(kafkaProviders),
  brokers: set(broker).min(1),
  partitions: count(1, 10_000),
  topics: set(name),
  tls: z.union([z.boolean(), secretKeyReference]),
  mechanism: z.enum(saslMechanisms),
  credentials: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("shared"), secret: name }),
    z.strictObject({ kind: z.literal("per-app") }),
  ]),
  tier: z.enum(["basic", "standard", "premium"]).optional(),
});

/** The form of each kind of Kafka cluster. */
export const kafkaSchema = z.discriminatedUnion("kind", [plain, strimzi, redpanda, external]);
