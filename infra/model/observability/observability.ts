import type { AlertThresholds } from "../alerts/alert-thresholds.ts";
import type { Duration, Size } from "../units.ts";

/**
 * What is measured and watched. It needs the Prometheus operator in the cluster (its CRDs, and the operator itself); the
 * Prometheus must run in the namespace of `tracing`, the only one that the apps let at their metrics.
 */
export interface ObservabilitySpec {
  /** Labels on every monitor and rule by which Prometheus finds them, such as `{ release: "prometheus" }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** How often everything is scraped; at most 1m, since rates look back five. */
  readonly scrapeInterval: Duration;
  /** Thresholds that differ from the default profile's. @default none */
  readonly alerts?: Partial<AlertThresholds>;
  /** Labels by which Grafana finds the dashboards, such as `{ grafana_dashboard: "1" }`. @default no dashboards */
  readonly dashboards?: Readonly<Record<string, string>>;
  /** The Prometheus that the platform runs by the operator. @default none: one that is there takes the monitors up */
  readonly prometheus?: PrometheusSpec;
}

/** A Prometheus of the platform's own. */
export interface PrometheusSpec {
  /** Two tell the same; one that restarts leaves a gap and a silent minute. */
  readonly replicas: number;
  /** How long samples are kept; at least 72h, over which the slow burn of a service level is told. */
  readonly retention: Duration;
  /** Volume of each replica. */
  readonly storage: Size;
  /** Version of Prometheus, such as `v3.13.5`. @default the operator's own */
  readonly version?: string;
}
