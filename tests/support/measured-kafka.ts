import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Consumer, Producer, ProduceAcks, stringDeserializers, stringSerializers } from "@platformatic/kafka";
import { metricsRules } from "../../infra/model/strimzi/metrics-rules.ts";
import { toolDir } from "../../local/paths.ts";
import { createProgress } from "../../local/progress.ts";
import { startKafka } from "../../local/standalone/start-kafka.ts";
import { ensureTools } from "../../local/toolchain/ensure-tools.ts";
import { versionOf } from "../../local/versions.ts";
import { freePort } from "./free-port.ts";

/** A real broker with the exporter and the rules that Strimzi gives it. */
export interface MeasuredBroker {
  readonly port: number;
  readonly controllerPort: number;
  /** Where its exporter answers, on loopback. */
  readonly metricsPort: number;
  /** File of its rules, which the exporter reads anew when it has changed. */
  readonly rulesFile: string;
  /** What the exporter tells now. */
  scrape(): Promise<string>;
  stop(): Promise<void>;
}

const agent = (metricsPort: number, rulesFile: string): string => {
  const jar = join(toolDir("jmx-exporter"), "lib", `jmx_prometheus_javaagent-${versionOf("jmx-exporter")}.jar`);
  return `-javaagent:${jar}=127.0.0.1:${metricsPort}:${rulesFile}`;
};

const clientOf = (port: number) => ({ clientId: "test", bootstrapBrokers: [`127.0.0.1:${port}`] });

/** What makes a broker the second one of a cluster whose first one is its only controller. */
const joining = (port: number) => ({
  "node.id": 2,
  "process.roles": "broker",
  listeners: `CLIENTS://127.0.0.1:${port}`,
});

/** Starts a broker with topics of one partition. It is its own controller, or joins the cluster of another one. */
export const startMeasuredBroker = async (
  topics: readonly string[],
  first?: MeasuredBroker,
): Promise<MeasuredBroker> => {
  await ensureTools(["kafka", "jmx-exporter"], createProgress());
  const folder = await mkdtemp(join(tmpdir(), "measured-kafka-"));
  const [port, metricsPort] = [await freePort(), await freePort()];
  const controllerPort = first?.controllerPort ?? (await freePort());
  const rulesFile = join(folder, "rules.yaml");
  await writeFile(rulesFile, metricsRules);
  const jvmOptions = [agent(metricsPort, rulesFile)];
  const overrides = first === undefined ? {} : joining(port);
  const options = { folder, port, controllerPort, maxMessageBytes: 1_048_576, jvmOptions, overrides };
  const child = await startKafka(options, topics, 1);
  return {
    ...{ port, controllerPort, metricsPort, rulesFile },
    scrape: async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
    stop: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Writes records of ten bytes to a topic; every copy that must have them has them then. */
export const writeRecords = async ({ port }: MeasuredBroker, topic: string, records: number): Promise<void> => {
  const producer = new Producer({ ...clientOf(port), serializers: stringSerializers });
  const messages = Array.from({ length: records }, () => ({ topic, value: "0123456789" }));
  await producer.send({ messages, acks: ProduceAcks.ALL }).finally(() => producer.close());
};

/** Reads as many records of a topic by a consumer group. */
export const readRecords = async ({ port }: MeasuredBroker, topic: string, records: number): Promise<void> => {
  const consumer = new Consumer({ ...clientOf(port), groupId: "readers", deserializers: stringDeserializers });
  const stream = await consumer.consume({ topics: [topic], mode: "earliest", minBytes: 1, maxWaitTime: 100 });
  let left = records;
  for await (const message of stream) {
    await message.commit();
    if (--left === 0) break;
  }
  await stream.close();
  await consumer.close(true);
};
