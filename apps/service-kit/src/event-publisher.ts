import { randomUUID } from "node:crypto";
import { events, todoTopology } from "@todo-platform/contracts";
import type { AppId, Envelope, EventOf, EventType, PayloadOf, TopicName } from "@todo-platform/contracts";
import type { DaprClient } from "./dapr-client.ts";
import { createDaprSdk, throwFailure } from "./dapr-sdk.ts";
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

/** Publishes to pub/sub component `component`. The CloudEvent is complete: Dapr adds only topic and trace. */
export function createEventPublisher(dapr: DaprClient, component: string): EventPublisher {
  const { pubsub } = createDaprSdk(dapr);
  return {
    publish: (event, { topic, key, traceparent }) =>
      withContext({ traceparent, correlationId: event.correlation_id }, async () => {
        const options = { contentType: "application/cloudevents+json", metadata: { partitionKey: key } };
        throwFailure(await pubsub.publish(component, topic, cloudEvent(event), options));
      }),
  };
}
