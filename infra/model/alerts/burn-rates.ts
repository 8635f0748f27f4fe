import { jobs, type MetricName } from "../observability/metric-sources.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Duration } from "../units.ts";
import type { AlertRule, RecordingRule, RuleGroup, Severity } from "./alert-rule.ts";

/** A promise to the users: the share of good answers within 30 days. */
export interface ServiceLevel {
  /** Value of label `slo`. */
  readonly name: string;
  /** Share that must be good, such as 0.999. */
  readonly objective: number;
  readonly title: string;
  /** Selectors of a counter: everything, and what failed. */
  readonly total: string;
  readonly bad: string;
  readonly metric: MetricName;
}

/** Windows over which the share of failures is recorded. */
const windows = ["5m", "30m", "1h", "2h", "6h", "1d", "3d"] as const satisfies readonly Duration[] | readonly string[];
type Window = (typeof windows)[number];

/** What the platform promises: answers of its REST API, and events that are handled when they are delivered. */
export const serviceLevels = (platform: PlatformSpec): ServiceLevel[] => {
  const from = `job="${jobs.apps}",namespace="${platform.namespace}"`;
  const rest = `${from},route=~"/api/.+"`;
  return [
    {
      name: "rest",
      objective: 0.999,
      title: "REST answers",
      total: `http_request_duration_seconds_count{${rest}}`,
      bad: `http_request_duration_seconds_count{status=~"5..",${rest}}`,
      metric: "http_request_duration_seconds_count",
    },
    {
      name: "event-delivery",
      objective: 0.999,
      title: "event deliveries",
      total: `events_total{${from}}`,
      bad: `events_total{outcome=~"failed|dropped",${from}}`,
      metric: "events_total",
    },
  ];
};

const recordName = (window: Window): string => `slo:failures:ratio_rate${window}`;

const recording = (level: ServiceLevel, window: Window, labels: Record<string, string>): RecordingRule => ({
  record: recordName(window),
  expr: `sum(rate(${level.bad}[${window}])) / sum(rate(${level.total}[${window}]))`,
  labels: { ...labels, slo: level.name },
  metrics: [level.metric],
});

/** A long window for the burn that matters, a short one so that the alert ends soon after the failures do. */
interface Burn {
  readonly factor: number;
  readonly long: Window;
  readonly short: Window;
}

/**
 * The burn rates of the Site Reliability Workbook (chapter 5, "Multiwindow, Multi-Burn-Rate Alerts") for 30 days: 14.4
 * spends 2 % of the budget in an hour, 6 spends 5 % in six hours, 3 spends 10 % in a day, 1 spends all of it in time.
 */
const burns: Readonly<Record<Severity, readonly Burn[]>> = {
  critical: [
    { factor: 14.4, long: "1h", short: "5m" },
    { factor: 6, long: "6h", short: "30m" },
  ],
  warning: [
    { factor: 3, long: "1d", short: "2h" },
    { factor: 1, long: "3d", short: "6h" },
  ],
};

const alertOf = (level: ServiceLevel, severity: Severity, namespace: string): AlertRule => {
  const selector = `{slo="${level.name}",namespace="${namespace}"}`;
  const budget = 1 - level.objective;
  const over = (window: Window, factor: number): string =>
    `${recordName(window)}${selector} > ${Number((factor * budget).toPrecision(6))}`;
  return {
    alert: severity === "critical" ? "SloBurnsFast" : "SloBurnsSlowly",
    expr: burns[severity]
      .map(({ factor, long, short }) => `(${over(long, factor)} and ${over(short, factor)})`)
      .join(" or "),
    for: severity === "critical" ? "2m" : "15m",
    severity,
    labels: { slo: level.name },
    summary: `{{ $value | humanizePercentage }} of the ${level.title} fail; ${100 * (1 - budget)} % are promised`,
    action: "The dashboards of apps and sidecars show which route or event fails, and since when.",
    metrics: [level.metric],
  };
};

/** The recorded shares and the alerts on them. */
export const burnRateGroups = (platform: PlatformSpec): RuleGroup[] =>
  serviceLevels(platform).map((level) => ({
    name: `slo-${level.name}`,
    rules: [
      ...windows.map((window) => recording(level, window, { namespace: platform.namespace })),
      alertOf(level, "critical", platform.namespace),
      alertOf(level, "warning", platform.namespace),
    ],
  }));
