import type { RequestHandler } from "express";
import type { DaprClient } from "./dapr-client.ts";
import { messageOf } from "./logger.ts";

/** A part that the app needs; throws when it is not there. */
export type HealthCheck = () => unknown;

/** Whether the sidecar is up, its components included. */
export const daprCheck =
  (dapr: DaprClient): HealthCheck =>
  () =>
    dapr.call("/healthz/outbound");

/** `/health`: the process answers. */
export const liveness: RequestHandler = (_request, response) => {
  response.json({ status: "ok" });
};

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

/** `/health/ready`: 200, or 503 with what is wrong, each check by its name. */
export const readiness =
  (checks: () => Readonly<Record<string, HealthCheck>>): RequestHandler =>
  async (_request, response) => {
    const named = await Promise.all(
      Object.entries(checks()).map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    const ready = named.every(([, result]) => result === "ok");
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? "ready" : "not ready", checks: Object.fromEntries(named) });
  };
