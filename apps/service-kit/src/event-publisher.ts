import { randomUUID } from "node:crypto";
import { events, todoTopology } from "@todo-platform/contracts";
import type { AppId, Envelope, EventOf, EventType, PayloadOf, TopicName } from "@todo-platform/contracts";
import type { DaprClient } from "./dapr-client.ts";

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
): EventOf<Type> =>
  ({
    event_id: randomUUID(),
    event_type: type,
    event_version: events[type].version,
    timestamp: new Date().toISOString(),
    correlation_id: from.correlationId,
    source: from.source,
    payload,
  }) as EventOf<Type>;

/** What a publish needs besides the event. */
export interface PublishOptions {
  readonly topic: string;
  /** Events with the same key stay in order. */
  readonly key: string;
  /** The trace that the event continues. */
  readonly traceparent?: string | undefined;
}

/** Hands events to the broker. */
export interface EventPublisher {
  /** @throws DaprError unless the broker has acknowledged the event */
  publish(event: Envelope, options: PublishOptions): Promise<void>;
}

const cloudEvent = (event: Envelope): Record<string, unknown> => ({
  specversion: "1.0",
  id: event.event_id,
  type: event.event_type,
  source: event.source,
  time: event.timestamp,
  datacontenttype: "application/json",
  data: event,
});

/** Publishes to pub/sub component `pubsub`. The CloudEvent is complete: Dapr adds only topic and trace. */
export const createEventPublisher = (dapr: DaprClient, pubsub: string): EventPublisher => ({
  async publish(event, { topic, key, traceparent }) {
    const headers = {
      "content-type": "application/cloudevents+json",
      "x-correlation-id": event.correlation_id,
      ...(traceparent ? { traceparent } : {}),
    };
    const path = `/publish/${pubsub}/${topic}?metadata.partitionKey=${encodeURIComponent(key)}`;
    await dapr.call(path, { method: "POST", headers, body: JSON.stringify(cloudEvent(event)) });
  },
});
