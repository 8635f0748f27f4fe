import type { Express } from "express";
import type { RequestListener } from "node:http";
import { createServiceApp } from "./create-service-app.ts";
import { sendProblem } from "./error-handler.ts";
import { eventHealthPath, liveness, readiness } from "./health.ts";
import type { Degradation, HealthCheck } from "./health.ts";
import type { Logger } from "./logger.ts";
import { Problem } from "./problem.ts";

/** A started app: its routes, what it needs to be ready, and how it stops. */
export interface RunningService {
  readonly app: Express;
  readonly checks?: Readonly<Record<string, HealthCheck>>;
  /** Parts without which no event can be handled: while one of them fails, the sidecar holds events back. */
  readonly eventChecks?: Readonly<Record<string, HealthCheck>>;
  /** What is worse at the moment though the app serves, by the part's name; undefined is nothing. */
  readonly degradations?: Readonly<Record<string, Degradation>>;
  /** Called as soon as the process has to stop: ends what would keep connections open. */
  readonly stopping?: () => void;
  /** Called after the last request: flushes and closes what the app opened. */
  readonly close?: () => Promise<void>;
}

/** How long a request may wait for the app to have started, in milliseconds. */
const startWait = 4000;

/** What {@link createStartGate} needs. */
export interface StartGateOptions {
  readonly log: Logger;
  /** Settles when the app has its routes. */
  readonly started: Promise<RunningService>;
  readonly checks: () => Readonly<Record<string, HealthCheck>>;
  readonly degradations: () => Readonly<Record<string, Degradation>>;
  readonly eventChecks: () => Readonly<Record<string, HealthCheck>>;
}

async function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), startWait)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Answers the health routes from the first moment, and hands all else to the app once that has started: until then a
 * request waits a little, then gets 503, which Dapr retries. A 404 in that time would lose an event.
 */
export function createStartGate({
  log,
  started,
  checks,
  degradations,
  eventChecks,
}: StartGateOptions): RequestListener {
  const health = createServiceApp({
    log,
    mount: (app) => {
      app.get("/health", liveness);
      app.get(eventHealthPath, readiness(eventChecks));
      app.get("/health/ready", readiness(checks, degradations));
      app.use((_request, response) => {
        sendProblem(response.set("retry-after", "2"), new Problem(503, "The app is still starting."));
      });
    },
  });
  let service: RunningService | undefined;
  started.then(
    (running) => (service = running),
    () => undefined,
  );
  return (request, response) => {
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && /^\/health(\/ready|\/events)?(\?|$)/.test(request.url ?? "")) health(request, response);
    else if (service) service.app(request, response);
    else {
      const toApp = (running: RunningService | undefined): void => {
        (running?.app ?? health)(request, response);
      };
      inTime(started).then(toApp, () => toApp(undefined));
    }
  };
}
