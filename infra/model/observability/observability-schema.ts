import { z } from "zod";
import { count, duration, name, size } from "../schema-values.ts";

const share = z.number().min(0).max(1);
const thresholds = z.strictObject({
  patience: duration,
  sidecarDown: duration,
  pubsubErrors: z.number().min(0),
  stateErrors: share,
  consumerLag: count(1, 1_000_000_000),
  outboxSeconds: count(1, 86_400),
  rootCertificateDays: count(1, 365),
  certificateDays: count(1, 365),
});

/** The form of `observability`. */
export const observabilitySchema = z.strictObject({
  labels: z.record(z.string(), name),
  scrapeInterval: duration,
  alerts: thresholds.partial().optional(),
  dashboards: z.record(z.string(), name).optional(),
  prometheus: z
    .strictObject({ replicas: count(1, 9), retention: duration, storage: size, version: name.optional() })
    .optional(),
});
