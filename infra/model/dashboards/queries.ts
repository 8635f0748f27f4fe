import type { PanelQuery } from "./dashboard-spec.ts";

/** Grafana's range of a rate. */
const range = "$__rate_interval";

/** Per second, by labels. */
export const rateBy = (labels: string, counter: string): string => `sum by (${labels}) (rate(${counter}[${range}]))`;

/** A line for each value of a label. */
export const lines = (expr: string, ...labels: readonly string[]): PanelQuery => ({
  expr,
  legend: labels.map((label) => `{{${label}}}`).join(" "),
});

/** The 95th percentile of a histogram, by labels. */
export const p95 = (labels: string, buckets: string): string =>
  `histogram_quantile(0.95, sum by (le, ${labels}) (rate(${buckets}[${range}])))`;

/** Share of a counter's part in all of it, by labels. */
export const share = (labels: string, part: string, all: string): string =>
  `${rateBy(labels, part)} / ${rateBy(labels, all)}`;
