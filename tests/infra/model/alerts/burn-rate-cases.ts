import type { AlertCase } from "./alert-cases.ts";

const app = 'namespace="todo-app"';
const rest = `job="app",${app},app="todo-backend",method="GET",route="/api/tasks"`;
const events = `job="app",${app},app="audit-service",event_type="task.created"`;

/** Cases of the alerts on service levels. */
export const burnRateCases: AlertCase[] = [
  {
    alert: "SloBurnsFast",
    at: "70m",
    fires: {
      [`http_request_duration_seconds_count{${rest},status="500"}`]: "0+2x70",
      [`http_request_duration_seconds_count{${rest},status="200"}`]: "0+98x70",
    },
    labels: { namespace: "todo-app", slo: "rest" },
    summary: "2% of the REST answers fail; 99.9 % are promised",
    // 0.6 % in six hours is where it begins, and the page's own files are not the API.
    silent: {
      [`http_request_duration_seconds_count{${rest},status="500"}`]: "0+1x70",
      [`http_request_duration_seconds_count{${rest},status="200"}`]: "0+199x70",
      [`http_request_duration_seconds_count{job="app",${app},route="/app.js",status="500"}`]: "0+90x70",
    },
  },
  {
    alert: "SloBurnsFast",
    at: "100m",
    fires: {
      [`events_total{${events},outcome="failed"}`]: "0+4x100",
      [`events_total{${events},outcome="handled"}`]: "0+96x100",
    },
    labels: { namespace: "todo-app", slo: "event-delivery" },
    summary: "4% of the event deliveries fail; 99.9 % are promised",
    // It burned for an hour and is over: the short windows end the alert.
    silent: {
      [`events_total{${events},outcome="failed"}`]: "0+4x60 240x39",
      [`events_total{${events},outcome="handled"}`]: "0+96x100",
    },
  },
  {
    alert: "SloBurnsSlowly",
    at: "25h",
    fires: {
      [`http_request_duration_seconds_count{${rest},status="503"}`]: "0+4x1500",
      [`http_request_duration_seconds_count{${rest},status="200"}`]: "0+996x1500",
    },
    labels: { namespace: "todo-app", slo: "rest" },
    summary: "0.4% of the REST answers fail; 99.9 % are promised",
    silent: {
      [`http_request_duration_seconds_count{${rest},status="503"}`]: "0+1x1500",
      [`http_request_duration_seconds_count{${rest},status="200"}`]: "0+1999x1500",
    },
  },
  {
    alert: "SloBurnsSlowly",
    at: "25h",
    fires: {
      [`events_total{${events},outcome="dropped"}`]: "0+5x1500",
      [`events_total{${events},outcome="handled"}`]: "0+995x1500",
    },
    labels: { namespace: "todo-app", slo: "event-delivery" },
    summary: "0.5% of the event deliveries fail; 99.9 % are promised",
    // A repetition is no failure.
    silent: {
      [`events_total{${events},outcome="repeated"}`]: "0+5x1500",
      [`events_total{${events},outcome="handled"}`]: "0+995x1500",
    },
  },
];
