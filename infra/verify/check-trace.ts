import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Problem } from "../model/problems.ts";
import type { AppExpectation } from "./expectations.ts";
import { finding, restart } from "./finding.ts";
import type { Sidecar } from "./sidecar.ts";
import { tryInvocation } from "./try-invocation.ts";

const deadlineMs = 15_000;

/**
 * Makes one call with a sampled trace id and waits until the tracing backend answers with spans of it. Proves the
 * sampling rate and the endpoint of the app's Configuration, which no metadata lists.
 */
export const checkTrace = async (expected: AppExpectation, sidecar: Sidecar, zipkin: string): Promise<Problem[]> => {
  const call = expected.invocations[0];
  if (!call) return [];
  const traceId = randomBytes(16).toString("hex");
  const traceparent = `00-${traceId}-${randomBytes(8).toString("hex")}-01`;
  await tryInvocation(call, sidecar, { traceparent });
  const end = Date.now() + deadlineMs;
  while (Date.now() < end) {
    const response = await fetch(`${zipkin}/api/v2/trace/${traceId}`, { headers: { connection: "close" } });
    if (response.ok) return [];
    await sleep(500);
  }
  return [
    finding(
      "TP0918",
      expected.app,
      "tracing",
      traceId,
      "a sampled call left no trace at the tracing backend",
      restart(expected.app),
    ),
  ];
};
