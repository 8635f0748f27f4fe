import type { PlatformSpec } from "../platform-spec.ts";
import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, p95, rateBy } from "./queries.ts";

const flowPanels = (from: string): PanelSpec[] => {
  const delivered = "dapr_component_pubsub_ingress_count";
  return [
    {
      title: "Published",
      description: "Publications in a second by topic; a bulk counts as one.",
      unit: "reqps",
      queries: [
        lines(rateBy("topic, success", `dapr_component_pubsub_egress_count{${from}}`), "topic", "success"),
        lines(rateBy("topic, success", `dapr_component_pubsub_egress_bulk_count{${from}}`), "topic", "success"),
      ],
      metrics: ["dapr_component_pubsub_egress_count", "dapr_component_pubsub_egress_bulk_count"],
    },
    {
      title: "Delivered one by one",
      description:
        "Deliveries in a second by subscriber and what became of them: retry comes again, drop is a dead letter.",
      unit: "reqps",
      queries: [
        lines(rateBy("app_id, topic, process_status", `${delivered}{${from}}`), "app_id", "topic", "process_status"),
      ],
      metrics: [delivered],
    },
    {
      title: "Delivered in bulk",
      description: "Messages in a second of the subscribers that take them in bulk.",
      unit: "reqps",
      queries: [
        lines(
          rateBy("app_id, topic, process_status", `dapr_component_pubsub_ingress_bulk_event_count{${from}}`),
          ...["app_id", "topic", "process_status"],
        ),
      ],
      metrics: ["dapr_component_pubsub_ingress_bulk_event_count"],
    },
  ];
};

const troublePanels = (from: string): PanelSpec[] => {
  const delivered = "dapr_component_pubsub_ingress_count";
  return [
    {
      title: "Time to publish (p95)",
      description: "From the sidecar to the broker's acknowledgement.",
      unit: "ms",
      queries: [lines(p95("topic", `dapr_component_pubsub_egress_latencies_bucket{${from}}`), "topic")],
      metrics: ["dapr_component_pubsub_egress_latencies_bucket"],
    },
    {
      title: "Time of handlers (p95)",
      description: "From the sidecar to the subscriber's answer.",
      unit: "ms",
      queries: [
        lines(p95("app_id, topic", `dapr_component_pubsub_ingress_latencies_bucket{${from}}`), "app_id", "topic"),
      ],
      metrics: ["dapr_component_pubsub_ingress_latencies_bucket"],
    },
    {
      title: "Dead letters",
      description: "Events in a second that arrive in a dead-letter topic.",
      unit: "reqps",
      queries: [lines(rateBy("topic", `${delivered}{topic=~".+-dead-letter",${from}}`), "topic")],
      metrics: [delivered],
    },
    {
      title: "Outbox",
      description: "Events that wait for the broker, and the age of the oldest in seconds.",
      unit: "short",
      queries: [
        { expr: `max(outbox_waiting_events{${from}})`, legend: "waiting" },
        { expr: `max(outbox_oldest_seconds{${from}})`, legend: "oldest (s)" },
      ],
      metrics: ["outbox_waiting_events", "outbox_oldest_seconds"],
    },
  ];
};

/** Events on their way: published, delivered, retried, given up. */
export const pubsubDashboard = ({ namespace }: PlatformSpec): DashboardSpec => {
  const from = `namespace="${namespace}"`;
  return { uid: "todo-pubsub", title: "Events", panels: [...flowPanels(from), ...troublePanels(from)] };
};
