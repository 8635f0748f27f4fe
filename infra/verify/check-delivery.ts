import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { verifyEventType } from "@todo-platform/contracts";
import type { Problem } from "../model/problems.ts";
import type { AppExpectation } from "./expectations.ts";
import { finding, reapply, restart } from "./finding.ts";
import type { Sidecar } from "./sidecar.ts";

/** Reads how many events of a topic each of an app's sidecars has handed over successfully: pod -> events. */
export type CountDeliveries = (app: string, topic: string) => Promise<ReadonlyMap<string, number>>;

const deadlineMs = 20_000;

const verifyEnvelope = (source: string) => ({
  event_id: randomUUID(),
  event_type: verifyEventType,
  event_version: "v1",
  timestamp: new Date().toISOString(),
  correlation_id: `verify-${randomUUID()}`,
  source,
  payload: {},
});

/** A sum over the pods would fall when one of them ends, and hide what another one was given. */
const waitForMore = async (
  count: () => Promise<ReadonlyMap<string, number>>,
  before: ReadonlyMap<string, number>,
): Promise<boolean> => {
  const end = Date.now() + deadlineMs;
  while (Date.now() < end) {
    if ([...(await count())].some(([pod, events]) => events > (before.get(pod) ?? 0))) return true;
    await sleep(250);
  }
  return false;
};

/**
 * Publishes an event of type `platform.verify` to each topic of a publisher and waits until every subscriber's sidecar
 * has seen its app acknowledge one more event. Subscribers store nothing of it.
 */
export const checkDelivery = async (
  expected: AppExpectation,
  sidecar: Sidecar,
  deliveries: CountDeliveries,
): Promise<Problem[]> => {
  const results = await Promise.all(
    expected.publishes.map(async ({ topic, subscribers }) => {
      const before = await Promise.all(subscribers.map((app) => deliveries(app, topic)));
      const envelope = verifyEnvelope(expected.app);
      const metadata = new URLSearchParams({
        "metadata.cloudevent.id": envelope.event_id,
        "metadata.cloudevent.type": verifyEventType,
      });
      const { status, body } = await sidecar.ask(
        "POST",
        `/v1.0/publish/${expected.pubsub}/${topic}?${metadata}`,
        envelope,
      );
      if (status !== 204)
        return [finding("TP0916", expected.app, `publish/${topic}`, status, `publishing is refused: ${body}`, reapply)];
      const arrived = await Promise.all(
        subscribers.map((app, index) =>
          waitForMore(() => deliveries(app, topic), before[index] ?? new Map<string, number>()),
        ),
      );
      return subscribers
        .filter((_, index) => !arrived[index])
        .map((app) =>
          finding(
            "TP0917",
            app,
            `subscription/${topic}`,
            topic,
            `an event of ${expected.app} was not acknowledged within ${deadlineMs / 1000} s`,
            restart(app),
          ),
        );
    }),
  );
  return results.flat();
};
