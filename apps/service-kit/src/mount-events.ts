import { todoTopology } from "@todo-platform/contracts";
import type { AppId, Envelope, EventHandlers, EventType } from "@todo-platform/contracts";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";
import { bodyLimit } from "./body-limit.ts";
import type { Logger } from "./logger.ts";
import { receiveEvent } from "./received-event.ts";
import { currentContext, withContext } from "./request-context.ts";

/** Remembers events, so that a redelivery is not handled again. */
export interface Deduplicator {
  seen(eventId: string): Promise<boolean>;
  mark(eventId: string): Promise<void>;
}

/** What {@link mountEvents} needs. */
export interface MountEventsOptions<App extends AppId> {
  readonly app: Express;
  readonly appId: App;
  readonly handlers: EventHandlers<App>;
  readonly guard: RequestHandler;
  readonly log: Logger;
  /** Leave it out when the handlers recognise a redelivery themselves. */
  readonly deduplicator?: Deduplicator;
}

type Handlers = Record<string, (event: Envelope) => Promise<void>>;

/** The topics that `appId` receives: route, event types. */
export function subscriptionsOf(appId: AppId): { topic: string; route: string; events: readonly EventType[] }[] {
  return Object.entries(todoTopology.topics).flatMap(([topic, spec]) => {
    const subscribers: { readonly [app: string]: { readonly route: string } | undefined } = spec.subscribers;
    const subscriber = subscribers[appId];
    return subscriber ? [{ topic, route: subscriber.route, events: spec.events }] : [];
  });
}

/** Any content type: what the sidecar delivers must never be refused with a 4xx, which it would take for a drop. */
export const eventBody = express.json({ type: () => true, limit: bodyLimit, strict: false });

function eventRoute(
  events: readonly EventType[],
  handlers: Handlers,
  log: Logger,
  dedup?: Deduplicator,
): RequestHandler {
  return async (request, response) => {
    const received = receiveEvent(request.body, events);
    if (received.kind === "invalid") {
      log.error(`event dropped: ${received.reason}`);
      response.json({ status: "DROP" });
      return;
    }
    if (received.kind === "event") {
      const { event } = received;
      const traceparent = currentContext()?.traceparent;
      await withContext({ traceparent, correlationId: event.correlation_id }, () =>
        handle(event, handlers, log, dedup),
      );
    }
    response.json({ status: "SUCCESS" });
  };
}

async function handle(event: Envelope, handlers: Handlers, log: Logger, dedup?: Deduplicator): Promise<void> {
  if (await dedup?.seen(event.event_id)) {
    log.info(`${event.event_type} ${event.event_id} was handled before`);
    return;
  }
  await handlers[event.event_type]?.(event);
  await dedup?.mark(event.event_id);
  log.info(`${event.event_type} ${event.event_id} handled`);
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
 * Mounts one POST route for each topic that the app receives. What is invalid or unknown is answered DROP, which sends
 * it to the dead letters; a redelivery and a proof are acknowledged; a handler that throws makes a 500, which Dapr retries.
 */
export function mountEvents<App extends AppId>(options: MountEventsOptions<App>): void {
  const { app, appId, guard, log, deduplicator } = options;
  const byTopic = options.handlers as unknown as Record<string, Handlers>;
  for (const { topic, route, events } of subscriptionsOf(appId)) {
    const handlers = byTopic[topic] ?? {};
    app.post(route, guard, eventBody, eventRoute(events, handlers, log, deduplicator), dropUnreadable(log));
  }
}
