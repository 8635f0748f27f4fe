import type { MetricName } from "../observability/metric-sources.ts";

/** A query of a panel; `$__rate_interval` is Grafana's own: long enough for a rate whatever the zoom. */
export interface PanelQuery {
  readonly expr: string;
  /** Name of each line, such as `{{app_id}}`. */
  readonly legend: string;
}

/** One picture of a dashboard. */
export interface PanelSpec {
  readonly title: string;
  /** What one reads from it. */
  readonly description: string;
  /** Grafana's id of the unit; `Bps` is bytes in a second. */
  readonly unit: "short" | "reqps" | "percentunit" | "s" | "ms" | "bytes" | "Bps";
  /** One number now, or lines over time. @default "lines" */
  readonly kind?: "number" | "lines";
  readonly queries: readonly PanelQuery[];
  readonly metrics: readonly MetricName[];
}

/** A page of panels. */
export interface DashboardSpec {
  /** Part of its address, and the name of its ConfigMap. */
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}
