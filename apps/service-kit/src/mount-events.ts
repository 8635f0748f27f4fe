import { todoTopology } from "@todo-platform/contracts";
import type {
  AppId,
  Envelope,
  EventHandlers,
  EventOf,
  EventsOn,
  EventType,
  SubscribedTopic,
} from "@todo-platform/contracts";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import { bulkBodyLimit } from "./body-limit.ts";
import { bulkEntries, deliverBulk } from "./deliver-bulk.ts";
import { handleEvent } from "./handle-event.ts";
import type { Deduplicator, TopicConsumer } from "./handle-event.ts";
import type { Logger } from "./logger.ts";
import { countEvent } from "./metrics.ts";
import { receiveEvent } from "./received-event.ts";
import { patient } from "./patience.ts";
import { currentContext, withContext } from "./request-context.ts";

/** What {@link mountEvents} needs. */
export interface MountEventsOptions<App extends AppId> {
  readonly app: Express;
  readonly appId: App;
  readonly handlers: EventHandlers<App>;
  readonly guard: RequestHandler;
  readonly log: Logger;
  /** By topic: handles many events of a bulk delivery, all or none; without it each goes to its handler. */
  readonly batches?: {
    readonly [T in SubscribedTopic<App>]?: (events: readonly EventOf<EventsOn<T>>[]) => Promise<void>;
  };
  /** Leave it out when the handlers recognise a redelivery themselves. */
  readonly deduplicator?: Deduplicator;
}

/** The topics that `appId` receives: route, event types. */
export function subscriptionsOf(appId: AppId): { topic: string; route: string; events: readonly EventType[] }[] {
  return Object.entries(todoTopology.topics).flatMap(([topic, spec]) => {
    const subscribers: { readonly [app: string]: { readonly route: string } | undefined } = spec.subscribers;
    const subscriber = subscribers[appId];
    return subscriber ? [{ topic, route: subscriber.route, events: spec.events }] : [];
  });
}

/** Any content type: what the sidecar delivers must never be refused with a 4xx, which it would take for a drop. */
const eventBody = express.json({ type: () => true, limit: bulkBodyLimit, strict: false });

function eventRoute(consumer: TopicConsumer): RequestHandler {
  const { events, log } = consumer;
  return async (request, response) => {
    const entries = bulkEntries(request.body);
    if (entries) {
      response.json({ statuses: await deliverBulk(entries, consumer) });
      return;
    }
    const received = receiveEvent(request.body, events);
    if (received.kind === "invalid") {
      log.error(`event dropped: ${received.reason}`);
      countEvent("unknown", "dropped");
      response.json({ status: "DROP" });
      return;
    }
    if (received.kind === "event") {
      const { event } = received;
      const traceparent = currentContext()?.traceparent;
      await withContext({ traceparent, correlationId: event.correlation_id }, () => handleOnce(event, consumer));
    }
    response.json({ status: "SUCCESS" });
  };
}

async function handleOnce(event: Envelope, consumer: TopicConsumer): Promise<void> {
  const { deduplicator, log } = consumer;
  const ids = [event.event_id];
  if ((await deduplicator?.seen(ids))?.has(event.event_id)) {
    log.info(`${event.event_type} ${event.event_id} was handled before`);
    countEvent(event.event_type, "repeated");
    return;
  }
  await handleEvent(event, consumer);
  await deduplicator?.mark(ids);
}

const dropUnreadable =
  (log: Logger): ErrorRequestHandler =>
  (error: { status?: number; message?: string }, _request, response, next) => {
    if (!error.status || error.status < 400 || error.status > 499 || error.status === 401) {
      next(error);
      return;
    }
    log.error("event dropped: the body cannot be read", error);
    response.json({ status: "DROP" });
  };

/**
 * Mounts one POST route for each topic that the app receives, for single and for bulk deliveries. What is invalid or
 * unknown is answered DROP, which sends it to the dead letters; a redelivery and a proof are acknowledged; for a handler
 * that throws, the answer is a 500 or the entry's RETRY, and Dapr delivers again.
 */
export function mountEvents<App extends AppId>(options: MountEventsOptions<App>): void {
  const { app, appId, guard, log } = options;
  const deduplicator = options.deduplicator && patient(options.deduplicator);
  const byTopic = options.handlers as unknown as Record<string, TopicConsumer["handlers"]>;
  const batches = (options.batches ?? {}) as Record<string, TopicConsumer["batch"]>;
  for (const { topic, route, events } of subscriptionsOf(appId)) {
    const handlers = byTopic[topic] ?? {};
    const consumer: TopicConsumer = { events, handlers, batch: batches[topic], deduplicator, log };
    app.post(route, guard, eventBody, eventRoute(consumer), dropUnreadable(log));
  }
}
