import type { RequestHandler } from "express";
import type { DaprClient } from "./dapr-client.ts";
import { messageOf } from "./logger.ts";

/** A part that the app needs; throws when it is not there. */
export type HealthCheck = () => unknown;

/** What is worse with a part that the app can do without; undefined when nothing is. */
export type Degradation = () => string | undefined | Promise<string | undefined>;

/** Whether the sidecar is up, its components included. */
export const daprCheck =
  (dapr: DaprClient): HealthCheck =>
  () =>
    dapr.call("/healthz/outbound");

/** `/health`: the process answers. */
export const liveness: RequestHandler = (_request, response) => {
  response.json({ status: "ok" });
};

/** Tells the sidecar whether the app can handle events now (dapr.io/app-health-check-path). */
export const eventHealthPath = "/health/events";

/** Longest time a check may take, in milliseconds: below the kubelet's period of 5 s. */
const checkTimeout = 2000;

async function outcome(check: HealthCheck): Promise<string> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${checkTimeout} ms`)), checkTimeout);
  try {
    await Promise.race([(async () => await check())(), late]);
    return "ok";
  } catch (error) {
    return messageOf(error);
  } finally {
    clearTimeout(timer);
  }
}

async function outcomes(checks: Readonly<Record<string, HealthCheck>>): Promise<Record<string, string>> {
  const named = Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const);
  return Object.fromEntries(await Promise.all(named));
}

async function worse(degradations: Readonly<Record<string, Degradation>>): Promise<Record<string, string>> {
  const named = Object.entries(degradations).map(async ([name, ask]) => {
    const what = await ask();
    return what === undefined ? [] : [[name, what] as const];
  });
  return Object.fromEntries((await Promise.all(named)).flat());
}

/**
 * `/health/ready`: 200, or 503 with what is wrong, each check by its name. What the app can do without is named below
 * `degraded` and leaves it ready.
 */
export const readiness =
  (
    checks: () => Readonly<Record<string, HealthCheck>>,
    degradations: () => Readonly<Record<string, Degradation>> = () => ({}),
  ): RequestHandler =>
  async (_request, response) => {
    const [checked, degraded] = await Promise.all([outcomes(checks()), worse(degradations())]);
    const ready = Object.values(checked).every((result) => result === "ok");
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not ready", checks: checked, degraded });
  };
