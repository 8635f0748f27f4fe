// A direct Kafka consumer; its job comes as the first line of stdin, and it tells its samples when stdin ends.
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { Consumer, stringDeserializers } from "@platformatic/kafka";
import { kafkaOptions } from "./senders.ts";
import type { KafkaAccess, Stamp } from "./job.ts";

/** What the consumer is to read. */
export interface ConsumeJob {
  readonly access: KafkaAccess;
  readonly topic: string;
  readonly group: string;
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const first = await lines.next();
const { access, topic, group } = JSON.parse(first.value as string) as ConsumeJob;
const samples: [number, number][] = [];
const consumer = new Consumer({ ...kafkaOptions(access), groupId: group, deserializers: stringDeserializers });
// As the sidecar's client: an answer as soon as there is one byte.
const stream = await consumer.consume({
  topics: [topic],
  mode: "latest",
  minBytes: 1,
  maxWaitTime: 500,
  autocommit: 1000,
});
stream.on("data", ({ value }) => {
  const now = process.hrtime.bigint();
  const { due, round } = JSON.parse(value) as Stamp;
  samples.push([round, Number(now - BigInt(due)) / 1e6]);
});
process.stdout.write("ready\n");
await lines.next();
// A consumer that leaves without a word keeps the next one of its group waiting.
await Promise.race([stream.close().then(() => consumer.close(true)), sleep(3_000)]);
process.stdout.write(`${JSON.stringify(samples)}\n`, () => process.exit(0));
