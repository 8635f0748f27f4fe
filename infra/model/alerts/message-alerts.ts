import type { PlatformSpec } from "../platform-spec.ts";
import type { AlertRule } from "./alert-rule.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";
import { kafkaAlerts } from "./kafka-alerts.ts";

const deadLetters = ".+-dead-letter";

/**
 * What has been counted within a range. `increase` sees nothing of a counter that is born with its first event, which
 * is the one that matters here, so a series that was not there before counts in full.
 */
const counted = (series: string, range: string): string =>
  `((${series} unless ${series} offset ${range}) or increase(${series}[${range}]))`;

const failedPublications = (metric: string, selector: string, limit: number): string =>
  `sum by (namespace, app_id, component) (rate(${metric}{success="false",${selector}}[5m])) > ${limit}`;

const pubsubErrors = (selector: string, limit: number): AlertRule => ({
  alert: "DaprPubSubErrors",
  // Single and bulk publications have the same labels, so that one rate over both would be refused.
  expr: [
    failedPublications("dapr_component_pubsub_egress_count", selector, limit),
    failedPublications("dapr_component_pubsub_egress_bulk_count", selector, limit),
  ].join(" or "),
  for: "5m",
  severity: "critical",
  summary: "{{ $labels.app_id }} cannot publish through {{ $labels.component }}",
  action: "See that the broker runs and that the app's user may write. Task events wait in the outbox meanwhile.",
  metrics: ["dapr_component_pubsub_egress_count", "dapr_component_pubsub_egress_bulk_count"],
});

const stateErrors = (selector: string, limit: number): AlertRule => {
  const operations = (only: string): string =>
    `sum by (namespace, app_id, component) (rate(dapr_component_state_count{${only}${selector}}[5m]))`;
  return {
    alert: "DaprStateStoreErrors",
    expr: `${operations('success="false",')} / ${operations("")} > ${limit}`,
    for: "5m",
    severity: "critical",
    summary:
      "{{ $labels.component }} fails {{ $value | humanizePercentage }} of the operations of {{ $labels.app_id }}",
    action:
      "See that the store runs and has connections left. Writes that another one overtook (409) count as failures.",
    metrics: ["dapr_component_state_count"],
  };
};

/** Events on their way: not published, not read, given up, or not relayed. */
export const messageAlerts = (platform: PlatformSpec, thresholds: AlertThresholds): AlertRule[] => {
  const inApps = `namespace="${platform.namespace}"`;
  const dead = `dapr_component_pubsub_ingress_count{topic=~"${deadLetters}",${inApps}}`;
  return [
    pubsubErrors(inApps, thresholds.pubsubErrors),
    stateErrors(inApps, thresholds.stateErrors),
    {
      alert: "DeadLetters",
      expr: `sum by (namespace, topic) ${counted(dead, "15m")} > 0`,
      for: "0s",
      severity: "warning",
      summary: "Events arrived in {{ $labels.topic }}",
      action: "List and replay them with todo-platform dlq once the subscriber is mended.",
      metrics: ["dapr_component_pubsub_ingress_count"],
    },
    {
      alert: "OutboxBacklog",
      expr: `max by (namespace) (outbox_oldest_seconds{${inApps}}) > ${thresholds.outboxSeconds}`,
      for: "2m",
      severity: "critical",
      summary: "Changed tasks have waited {{ $value | humanizeDuration }} for the broker",
      action:
        "Nothing is lost: the events are in table outbox. See that the broker runs and the backend may write to it.",
      metrics: ["outbox_oldest_seconds"],
    },
    ...kafkaAlerts(platform, thresholds),
  ];
};
