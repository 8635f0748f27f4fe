import { z } from "zod";
import type { Envelope } from "@todo-platform/contracts";
import { handleEvent } from "./handle-event.ts";
import type { TopicConsumer } from "./handle-event.ts";
import { messageOf } from "./logger.ts";
import { countEvent } from "./metrics.ts";
import { withPatience } from "./patience.ts";
import { receiveEvent } from "./received-event.ts";
import type { ReceivedEvent } from "./received-event.ts";
import { currentContext, withContext } from "./request-context.ts";
import type { RequestContext } from "./request-context.ts";
import { parseTraceParent } from "./trace-parent.ts";

const bulk = z.object({ entries: z.array(z.object({ entryId: z.string(), event: z.unknown().optional() })) });
type Entry = z.infer<typeof bulk>["entries"][number];

/** What the sidecar is told about one entry. */
export interface EntryStatus {
  readonly entryId: string;
  readonly status: "SUCCESS" | "RETRY" | "DROP";
}

/** After so many failures in a row the rest of a delivery is not tried: what the handlers need is down. */
const failuresInRow = 3;

/** The entries of a bulk delivery; undefined for a delivery of one event. */
export const bulkEntries = (body: unknown): readonly Entry[] | undefined => bulk.safeParse(body).data?.entries;

/** The trace of an event is its own; the sidecar's span for it is known for the last one only, by the request's header. */
function contextOf({ event, traceparent }: Extract<ReceivedEvent, { kind: "event" }>): RequestContext {
  const ofRequest = currentContext()?.traceparent;
  const own = parseTraceParent(traceparent);
  const same = own === undefined || own.traceId === parseTraceParent(ofRequest)?.traceId;
  return { traceparent: same ? ofRequest : traceparent, correlationId: event.correlation_id };
}

type Fresh = ReadonlyMap<string, { readonly event: Envelope; readonly context: RequestContext }>;

/** Handles each event by itself; answers with the ids of those that are done. */
async function handleEach(fresh: Fresh, consumer: TopicConsumer): Promise<string[]> {
  const done: string[] = [];
  let failures = 0;
  for (const { event, context } of fresh.values()) {
    if (failures === failuresInRow) break;
    await withContext(context, async () => {
      try {
        await handleEvent(event, consumer);
        done.push(event.event_id);
        failures = 0;
      } catch (error) {
        failures += 1;
        consumer.log.error(`${event.event_type} ${event.event_id} failed and comes again`, error);
      }
    });
  }
  return done;
}

/** Handles the events together when the consumer can; when that fails, one bad event must not hold up the others. */
async function handleFresh(fresh: Fresh, consumer: TopicConsumer): Promise<string[]> {
  const { batch, log } = consumer;
  if (!batch || fresh.size < 2) return handleEach(fresh, consumer);
  const events = [...fresh.values()].map(({ event }) => event);
  try {
    await withPatience(() => batch(events));
  } catch (error) {
    log.warn(`${events.length} events could not be handled together: ${messageOf(error)}`);
    return handleEach(fresh, consumer);
  }
  for (const { event, context } of fresh.values()) {
    withContext(context, () => log.info(`${event.event_type} ${event.event_id} handled`));
    countEvent(event.event_type, "handled");
  }
  return [...fresh.keys()];
}

/** Ids of the events that need no redelivery: handled now or before. */
async function handleAll(received: readonly ReceivedEvent[], consumer: TopicConsumer): Promise<ReadonlySet<string>> {
  const { deduplicator, log } = consumer;
  const deliveries = received.filter((each) => each.kind === "event");
  const all = new Map(deliveries.map((each) => [each.event.event_id, { ...each, context: contextOf(each) }]));
  const done = new Set<string>();
  try {
    for (const id of (await deduplicator?.seen([...all.keys()])) ?? []) done.add(id);
    const handled = await handleFresh(new Map([...all].filter(([id]) => !done.has(id))), consumer);
    if (handled.length > 0) await deduplicator?.mark(handled);
    for (const id of handled) done.add(id);
  } catch (error) {
    log.error("handled events cannot be remembered; they come again", error);
  }
  return done;
}

/**
 * Takes a bulk delivery by the rules of single ones, entry by entry. A drop is asked for only where an entry stands at
 * the place that its id names: for others daprd 1.18 dead-letters a wrong event or breaks, and exhausted retries lead to
 * the dead letters as well. Source: dapr pkg/runtime/subscription/postman/http, DeliverBulk.
 */
export async function deliverBulk(entries: readonly Entry[], consumer: TopicConsumer): Promise<EntryStatus[]> {
  const received = entries.map(({ event }) => receiveEvent(event, consumer.events));
  const done = await handleAll(received, consumer);
  return entries.map(({ entryId }, index) => {
    const each = received[index];
    if (each?.kind === "verify") return { entryId, status: "SUCCESS" };
    if (each?.kind === "event") return { entryId, status: done.has(each.event.event_id) ? "SUCCESS" : "RETRY" };
    consumer.log.error(`event dropped: ${each?.reason}`);
    countEvent("unknown", "dropped");
    return { entryId, status: entryId === String(index) ? "DROP" : "RETRY" };
  });
}
