import { jobs } from "../observability/metric-sources.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, p95, rateBy, share } from "./queries.ts";

const requestPanels = (from: string): PanelSpec[] => {
  const requests = `dapr_http_server_request_count{${from}}`;
  return [
    {
      title: "Requests by HTTP",
      description: "What each app asks of its sidecar in a second.",
      unit: "reqps",
      queries: [lines(rateBy("app_id", requests), "app_id")],
      metrics: ["dapr_http_server_request_count"],
    },
    {
      title: "Calls by gRPC",
      description:
        "What sidecars and apps ask of a sidecar in a second by gRPC, invocations between sidecars included.",
      unit: "reqps",
      queries: [lines(rateBy("app_id", `dapr_grpc_io_server_completed_rpcs{${from}}`), "app_id")],
      metrics: ["dapr_grpc_io_server_completed_rpcs"],
    },
    {
      title: "Latency of requests (p95)",
      description: "From the arrival at the sidecar to its answer, what stands behind it included.",
      unit: "ms",
      queries: [lines(p95("app_id", `dapr_http_server_latency_bucket{${from}}`), "app_id")],
      metrics: ["dapr_http_server_latency_bucket"],
    },
    {
      title: "Failed requests",
      description: "Share that the sidecar answers with 500 and above.",
      unit: "percentunit",
      queries: [lines(share("app_id", `dapr_http_server_request_count{status=~"5..",${from}}`, requests), "app_id")],
      metrics: ["dapr_http_server_request_count"],
    },
  ];
};

const componentPanels = (from: string): PanelSpec[] => {
  return [
    {
      title: "Publications and deliveries",
      description: "Messages in a second; bulk publications count as one, their deliveries by message.",
      unit: "reqps",
      queries: [
        lines(rateBy("app_id", `dapr_component_pubsub_egress_count{${from}}`), "app_id"),
        lines(rateBy("app_id", `dapr_component_pubsub_egress_bulk_count{${from}}`), "app_id"),
        lines(
          rateBy("app_id, process_status", `dapr_component_pubsub_ingress_count{${from}}`),
          "app_id",
          "process_status",
        ),
      ],
      metrics: [
        "dapr_component_pubsub_egress_count",
        "dapr_component_pubsub_egress_bulk_count",
        "dapr_component_pubsub_ingress_count",
      ],
    },
    {
      title: "State operations",
      description: "Operations in a second, by what they do and whether they succeed.",
      unit: "reqps",
      queries: [
        lines(
          rateBy("component, operation, success", `dapr_component_state_count{${from}}`),
          ...["component", "operation", "success"],
        ),
      ],
      metrics: ["dapr_component_state_count"],
    },
    {
      title: "Latency of state operations (p95)",
      description: "How long the state store takes; 10 ms are promised.",
      unit: "ms",
      queries: [
        lines(p95("component, operation", `dapr_component_state_latencies_bucket{${from}}`), "component", "operation"),
      ],
      metrics: ["dapr_component_state_latencies_bucket"],
    },
    {
      title: "Memory of the sidecars",
      description: "Resident memory; 128 MB are promised.",
      unit: "bytes",
      queries: [lines(`max by (app) (process_resident_memory_bytes{job="${jobs.sidecars}",${from}})`, "app")],
      metrics: ["process_resident_memory_bytes"],
    },
    {
      title: "CPU of the sidecars",
      description: "Cores that each app's sidecars use together.",
      unit: "short",
      queries: [lines(rateBy("app", `process_cpu_seconds_total{job="${jobs.sidecars}",${from}}`), "app")],
      metrics: ["process_cpu_seconds_total"],
    },
  ];
};

/** What the sidecars do: requests, latency, errors, publications and deliveries, state operations. */
export const sidecarDashboard = ({ namespace }: PlatformSpec): DashboardSpec => {
  const from = `namespace="${namespace}"`;
  return { uid: "todo-sidecars", title: "Sidecars", panels: [...requestPanels(from), ...componentPanels(from)] };
};
