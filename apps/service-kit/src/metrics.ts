import { createServer } from "node:http";
import type { Server } from "node:http";
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Histogram, register } from "prom-client";

/** Seconds; the figures to reach are 10 to 50 ms. */
const buckets = [0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const durations = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from the arrival of a request to the end of its answer",
  labelNames: ["method", "route", "status"],
  buckets,
});

const events = new Counter({
  name: "events_total",
  help: "Events that the app was given, by what became of them",
  labelNames: ["event_type", "outcome"],
});

/** What becomes of an event: `failed` comes again, `dropped` is a dead letter. */
export type EventOutcome = "handled" | "repeated" | "failed" | "dropped";

/** Counts an event. */
export const countEvent = (event_type: string, outcome: EventOutcome): void => events.inc({ event_type, outcome });

/** The template of the route that answered, never the path itself: each task would make a series of its own. */
const routeOf = (request: { route?: unknown; baseUrl: string }): string => {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === "string" ? `${request.baseUrl}${path}` : "other";
};

/** Times each request by method, route and status. */
export const timeRequests: RequestHandler = (request, response, next) => {
  const end = durations.startTimer({ method: request.method });
  response.once("close", () => end({ route: routeOf(request), status: response.statusCode }));
  next();
};

/**
 * Serves the app's metrics and those of its process at `/metrics`, in the text format of Prometheus.
 * @param port one of its own, which only the monitoring namespace reaches
 */
export function serveMetrics(port: number): Server {
  collectDefaultMetrics();
  return createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    register.metrics().then(
      (text) => response.writeHead(200, { "content-type": register.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  }).listen(port);
}
