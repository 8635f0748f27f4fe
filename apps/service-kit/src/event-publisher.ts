import { randomUUID } from "node:crypto";
import { events, todoTopology } from "@todo-platform/contracts";
import type { AppId, Envelope, EventOf, EventType, PayloadOf, TopicName, TopicSpec } from "@todo-platform/contracts";
import { publishBulk } from "./bulk-publish.ts";
import type { PublishFailures } from "./bulk-publish.ts";
import type { DaprClient } from "./dapr-client.ts";
import { createDaprSdk, throwFailure } from "./dapr-sdk.ts";
import { messageOf } from "./logger.ts";
import { withContext } from "./request-context.ts";

/** The topic that carries `type`. */
export function topicOf(type: EventType): TopicName {
  const topics = Object.entries(todoTopology.topics) as [TopicName, { events: readonly EventType[] }][];
  const found = topics.find(([, topic]) => topic.events.includes(type));
  if (!found) throw new Error(`no topic carries ${type}`);
  return found[0];
}

/** Puts a payload into a new envelope. */
export const createEvent = <Type extends EventType>(
  type: Type,
  payload: PayloadOf<Type>,
  from: { source: AppId; correlationId: string },
): EventOf<Type> => ({
  event_id: randomUUID(),
  event_type: type,
  event_version: events[type].version,
  timestamp: new Date().toISOString(),
  correlation_id: from.correlationId,
  source: from.source,
  payload,
});

/** What a publish needs besides the event. */
export interface PublishOptions {
  readonly topic: string;
  /** Events with the same key stay in order. */
  readonly key: string;
  /** The trace that the event continues. */
  readonly traceparent?: string | undefined;
}

/** An event that is published together with others of its topic. */
export interface OutgoingEvent extends Omit<PublishOptions, "topic"> {
  readonly event: Envelope;
}

/** Hands events to the broker. */
export interface EventPublisher {
  /** @throws DaprError unless the broker has acknowledged the event */
  publish(event: Envelope, options: PublishOptions): Promise<void>;
  /** Publishes in this order; answers with the events that the broker has not acknowledged, by their id, and why. */
  publishAll(topic: string, events: readonly OutgoingEvent[]): Promise<PublishFailures>;
}

const cloudEvent = (event: Envelope) => ({
  specversion: "1.0",
  id: event.event_id,
  type: event.event_type,
  source: event.source,
  time: event.timestamp,
  datacontenttype: "application/json",
  data: event,
});

/** A request has one trace; events of several carry theirs in the fields from which the sidecar reads it on delivery. */
const withTrace = ({ event, traceparent }: OutgoingEvent) => ({
  ...cloudEvent(event),
  ...(traceparent === undefined ? {} : { traceid: traceparent, traceparent }),
});

/** Publishes to pub/sub component `component`. The CloudEvent is complete: Dapr adds only topic and trace. */
export function createEventPublisher(
  dapr: DaprClient,
  component: string,
  topics: { readonly [name: string]: Pick<TopicSpec, "events" | "ttlSeconds"> } = todoTopology.topics,
): EventPublisher {
  const { pubsub } = createDaprSdk(dapr);
  const metadataOf = (topic: string, key: string): Record<string, string> => {
    const ttl = topics[topic]?.ttlSeconds;
    return { partitionKey: key, ...(ttl === undefined ? {} : { ttlInSeconds: String(ttl) }) };
  };
  const publish: EventPublisher["publish"] = (event, { topic, key, traceparent }) =>
    withContext({ traceparent, correlationId: event.correlation_id }, async () => {
      const options = { contentType: "application/cloudevents+json", metadata: metadataOf(topic, key) };
      throwFailure(await pubsub.publish(component, topic, cloudEvent(event), options));
    });
  return {
    publish,
    async publishAll(topic, events) {
      const [first, second] = events;
      if (first && !second) {
        const failed = (error: unknown): PublishFailures => new Map([[first.event.event_id, messageOf(error)]]);
        return publish(first.event, { topic, ...first }).then(() => new Map<string, string>(), failed);
      }
      const entries = events.map((outgoing) => {
        const { key } = outgoing;
        return { key, event: withTrace(outgoing), metadata: metadataOf(topic, key) };
      });
      return publishBulk(dapr, `/publish/bulk/${component}/${topic}`, entries);
    },
  };
}
