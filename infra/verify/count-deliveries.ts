/**
 * Series of a sidecar's metrics that count acknowledged events: single ones, and those of bulk deliveries, of which one
 * delivery counts once however many events it has. daprd spells the status of the two differently.
 * Source: dapr pkg/diagnostics/component_monitoring.go, pkg/runtime/subscription.
 */
const acknowledged = [
  { series: "dapr_component_pubsub_ingress_count{", status: 'process_status="success"' },
  { series: "dapr_component_pubsub_ingress_bulk_event_count{", status: 'process_status="SUCCESS"' },
] as const;

/** How often the app has acknowledged events of a topic, by the metrics of its sidecar in Prometheus' text format. */
export const countDeliveries = (metrics: string, topic: string): number =>
  metrics
    .split("\n")
    .filter((line) => acknowledged.some(({ series, status }) => line.startsWith(series) && line.includes(status)))
    .filter((line) => line.includes(`topic="${topic}"`))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0);
