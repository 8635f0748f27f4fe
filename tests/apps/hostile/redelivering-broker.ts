import { setTimeout as delay } from "node:timers/promises";
import { todoTopology } from "@todo-platform/contracts";
import type { AppId, SubscriberSpec, TopicName } from "@todo-platform/contracts";
import { appToken } from "../../support/app-platform.ts";
import type { AppPlatform } from "../../support/app-platform.ts";
import type { PublishedEvent } from "../../support/fake-sidecar.ts";
import { sendRaw } from "./send-raw.ts";

const partitions = 6;
/** Most deliveries of one event to one subscriber that all go well. */
const mostDeliveries = 3;

/** What was delivered, and how it was answered. */
export interface DeliveryCounts {
  delivered: number;
  repeated: number;
  failed: number;
  dropped: number;
}

/** Brings what is published to its subscribers as Kafka and their sidecars would. */
export interface Broker {
  /** Every event once, by its id, as it was published first. */
  readonly events: ReadonlyMap<string, PublishedEvent>;
  readonly counts: DeliveryCounts;
  /** Waits until every subscriber has taken all. */
  drained(): Promise<void>;
  stop(): void;
}

interface Consumer {
  readonly app: AppId;
  readonly subscriber: SubscriberSpec;
  readonly log: PublishedEvent[];
  /** How often each event of the log went well. */
  readonly taken: number[];
  position: number;
}

const partitionOf = (key: string | null): number =>
  [...(key ?? "")].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7) % partitions;

const bodyOf = ({ topic, cloudEvent, traceparent }: PublishedEvent): Record<string, unknown> => ({
  ...cloudEvent,
  topic,
  pubsubname: "kafka-pubsub",
  traceparent,
});

/** One consumer for each partition of each topic of each subscriber. */
function createConsumers(): Map<string, Consumer[]> {
  const topics = Object.keys(todoTopology.topics) as TopicName[];
  return new Map(
    topics.flatMap((topic) => {
      const subscribers = Object.entries(todoTopology.topics[topic].subscribers) as [AppId, SubscriberSpec][];
      return Array.from({ length: partitions }, (_, partition) => {
        const log: PublishedEvent[] = [];
        const consumers = subscribers.map(([app, subscriber]) => ({ app, subscriber, log, taken: [], position: 0 }));
        return [`${topic} ${partition}`, consumers] as const;
      });
    }),
  );
}

/**
 * Starts one. The order within a partition is kept; what fails comes again after a while; and now and then a consumer
 * begins anew at an earlier place, as after a rebalance, so that events come up to three times.
 */
export function startRedeliveringBroker({ apps, sidecar }: AppPlatform, random: () => number): Broker {
  const consumers = createConsumers();
  const events = new Map<string, PublishedEvent>();
  const counts: DeliveryCounts = { delivered: 0, repeated: 0, failed: 0, dropped: 0 };
  let stopped = false;

  async function post(app: AppId, path: string, body: unknown): Promise<Record<string, unknown> | undefined> {
    const headers = { "dapr-api-token": appToken, "content-type": "application/cloudevents+json" };
    const raw = { method: "POST", path, headers, body: JSON.stringify(body) };
    const answer = await sendRaw(apps.get(app)?.url ?? "", raw).catch(() => undefined);
    return answer?.status === 200 ? (JSON.parse(answer.text) as Record<string, unknown>) : undefined;
  }

  /** Delivers some events; answers with those that have to come again. */
  async function deliver({ app, subscriber }: Consumer, some: readonly PublishedEvent[]): Promise<PublishedEvent[]> {
    counts.delivered += some.length;
    const { route, routes, bulk } = subscriber;
    const [first] = some;
    if (bulk) {
      const entries = some.map((event, index) => ({ entryId: String(index), event: bodyOf(event), metadata: {} }));
      const answer = await post(app, route, { id: "bulk", type: "com.dapr.event.sent.bulk", entries });
      const statuses = answer?.["statuses"] as { entryId: string; status: string }[] | undefined;
      counts.dropped += statuses?.filter(({ status }) => status === "DROP").length ?? 0;
      const retried =
        statuses && new Set(statuses.filter(({ status }) => status === "RETRY").map((each) => each.entryId));
      return some.filter((_, index) => retried?.has(String(index)) ?? true);
    }
    const answer = first && (await post(app, routes?.[first.cloudEvent.type] ?? route, bodyOf(first)));
    if (answer?.["status"] === "DROP") counts.dropped += 1;
    return answer ? [] : [...some];
  }

  function advance(consumer: Consumer, count: number): void {
    const { taken } = consumer;
    for (let index = consumer.position; index < consumer.position + count; index++) {
      if (taken[index]) counts.repeated += 1;
      taken[index] = (taken[index] ?? 0) + 1;
    }
    consumer.position += count;
    if (random() > 0.2) return;
    for (let back = Math.ceil(random() * count * 2); back > 0; back--) {
      if (consumer.position === 0 || (taken[consumer.position - 1] ?? 0) >= mostDeliveries) return;
      consumer.position -= 1;
    }
  }

  async function consume(consumer: Consumer): Promise<void> {
    const { log, subscriber } = consumer;
    while (!stopped) {
      const most = subscriber.bulk?.maxMessages ?? 1;
      let left = log.slice(consumer.position, consumer.position + Math.ceil(random() * most));
      const count = left.length;
      if (count === 0) await delay(20);
      while (left.length > 0 && !stopped) {
        left = await deliver(consumer, left);
        counts.failed += left.length;
        if (left.length > 0) await delay(100);
      }
      if (count > 0) advance(consumer, count);
    }
  }

  const takeIn = (): void => {
    for (const event of sidecar.published.splice(0)) {
      if (!events.has(event.cloudEvent.id)) events.set(event.cloudEvent.id, event);
      // All consumers of a partition share its log.
      consumers.get(`${event.topic} ${partitionOf(event.key)}`)?.[0]?.log.push(event);
    }
    sidecar.calls.length = 0;
  };
  const timer = setInterval(takeIn, 10);
  const all = [...consumers.values()].flat();
  for (const consumer of all) void consume(consumer);
  return {
    events,
    counts,
    async drained() {
      takeIn();
      while (all.some(({ position, log }) => position < log.length)) await delay(50);
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
