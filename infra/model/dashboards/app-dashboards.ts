import { jobs } from "../observability/metric-sources.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { DashboardSpec, PanelSpec } from "./dashboard-spec.ts";
import { lines, p95, rateBy, share } from "./queries.ts";

const requestPanels = (from: string): PanelSpec[] => [
  {
    title: "Answers",
    description: "Requests in a second by app.",
    unit: "reqps",
    queries: [lines(rateBy("app", `http_request_duration_seconds_count{${from}}`), "app")],
    metrics: ["http_request_duration_seconds_count"],
  },
  {
    title: "Failed answers",
    description: "Share of 500 and above; one in a thousand is promised of the API.",
    unit: "percentunit",
    queries: [
      lines(
        share(
          "app",
          `http_request_duration_seconds_count{status=~"5..",${from}}`,
          `http_request_duration_seconds_count{${from}}`,
        ),
        "app",
      ),
    ],
    metrics: ["http_request_duration_seconds_count"],
  },
  {
    title: "Time of answers (p95)",
    description: "By app and route; 30 ms are promised of lists and new tasks.",
    unit: "s",
    queries: [lines(p95("app, route", `http_request_duration_seconds_bucket{${from}}`), "app", "route")],
    metrics: ["http_request_duration_seconds_bucket"],
  },
];

/** What the apps do: requests, events, memory and the delay of their event loop. */
export const appDashboard = ({ namespace }: PlatformSpec): DashboardSpec => {
  const from = `job="${jobs.apps}",namespace="${namespace}"`;
  const panels: PanelSpec[] = [
    ...requestPanels(from),
    {
      title: "Events",
      description: "Events in a second by app and what became of them.",
      unit: "reqps",
      queries: [lines(rateBy("app, outcome", `events_total{${from}}`), "app", "outcome")],
      metrics: ["events_total"],
    },
    {
      title: "Memory",
      description: "Resident memory of the largest pod of each app; 128 MB are promised.",
      unit: "bytes",
      queries: [lines(`max by (app) (process_resident_memory_bytes{${from}})`, "app")],
      metrics: ["process_resident_memory_bytes"],
    },
    {
      title: "Delay of the event loop (p99)",
      description: "How long work that is due waits for work that runs.",
      unit: "s",
      queries: [lines(`max by (app) (nodejs_eventloop_lag_p99_seconds{${from}})`, "app")],
      metrics: ["nodejs_eventloop_lag_p99_seconds"],
    },
  ];
  return { uid: "todo-apps", title: "Apps", panels };
};

/** Whether all is well, on one page. */
export const overviewDashboard = (platform: PlatformSpec): DashboardSpec => {
  const { namespace, dapr } = platform;
  const down = (job: string, inside: string) => `count(up{job="${job}",namespace="${inside}"} == 0) or vector(0)`;
  const from = `job="${jobs.apps}",namespace="${namespace}"`;
  const number = (title: string, description: string, expr: string): PanelSpec => ({
    title,
    description,
    unit: "short",
    kind: "number",
    queries: [{ expr, legend: title }],
    metrics: ["up"],
  });
  return {
    uid: "todo-overview",
    title: "Platform",
    panels: [
      number("Sidecars down", "Sidecars that do not answer now.", down(jobs.sidecars, namespace)),
      number("Apps down", "Apps that do not answer now.", down(jobs.apps, namespace)),
      number(
        "Control plane down",
        "Pods of Dapr's control plane that do not answer now.",
        down(jobs.controlPlane, dapr.namespace),
      ),
      ...requestPanels(from),
      {
        title: "Outbox",
        description: "Age of the oldest event that waits for the broker.",
        unit: "s",
        queries: [{ expr: `max(outbox_oldest_seconds{namespace="${namespace}"})`, legend: "oldest" }],
        metrics: ["outbox_oldest_seconds"],
      },
    ],
  };
};
