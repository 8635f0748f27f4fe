import { z } from "zod";
import { count, duration, name, size } from "../schema-values.ts";

const share = z.number().min(0).max(1);
const thresholds = z.strictObject({
  patience: duration.describe("The longest that any condition holds before it is told; each rule's own when absent."),
  sidecarDown: duration.describe("How long a sidecar may be unreachable; `2m` when absent."),
  pubsubErrors: z.number().min(0).describe("Failed publications per second of one app; 0.05 when absent."),
  stateErrors: share.describe("Share of an app's state operations that fail; 0.05 when absent."),
  consumerLag: count(1, 1_000_000_000).describe("Records that a consumer group may be behind; 1000 when absent."),
  outboxSeconds: count(1, 86_400).describe("Age of the oldest event that waits for the broker; 60 when absent."),
  rootCertificateDays: count(1, 365).describe("Days before the end of Dapr's certificates; 30 when absent."),
  certificateDays: count(1, 365).describe("Days before the end of a certificate of cert-manager; 14 when absent."),
});

/** The form of `observability`. */
export const observabilitySchema = z.strictObject({
  labels: z.record(z.string(), name).describe("Labels by which Prometheus finds monitors and rules."),
  scrapeInterval: duration.describe("How often everything is scraped; at most `1m`."),
  alerts: thresholds.partial().optional().describe("Thresholds that differ from the default ones."),
  dashboards: z.record(z.string(), name).optional().describe("Labels by which Grafana finds the dashboards."),
  prometheus: z
    .strictObject({
      replicas: count(1, 9).describe("Each tells the same; one that restarts leaves a gap."),
      retention: duration.describe("How long samples are kept; at least `72h`."),
      storage: size.describe("Volume of each replica."),
      version: name.optional().describe("Version such as `v3.13.5`; the operator's own when absent."),
    })
    .optional()
    .describe("A Prometheus of the platform's own; one that is there takes the monitors up when absent."),
});
