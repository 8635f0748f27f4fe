import type { MetricName } from "../observability/metric-sources.ts";
import type { Duration } from "../units.ts";

/** Whom an alert reaches: `critical` wakes somebody up, `warning` waits for the morning. */
export type Severity = "critical" | "warning";

/** A condition that somebody must hear of. */
export interface AlertRule {
  readonly alert: string;
  /** PromQL; each element of its result is one alert. */
  readonly expr: string;
  /** How long the condition must hold; `0s` fires at once. */
  readonly for: Duration;
  readonly severity: Severity;
  /** What tells it from another alert of the same name. @default only the severity */
  readonly labels?: Readonly<Record<string, string>>;
  /** What is wrong, in one line; may name labels as `{{ $labels.app_id }}`. */
  readonly summary: string;
  /** What to look at and what to do. */
  readonly action: string;
  /** The metrics that `expr` asks for. */
  readonly metrics: readonly MetricName[];
}

/** A query whose result is kept under a name of its own. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly metrics: readonly MetricName[];
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (AlertRule | RecordingRule)[];
}
