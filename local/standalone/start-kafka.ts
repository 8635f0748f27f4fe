import { mkdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { Admin } from "@platformatic/kafka";
import { run } from "../run.ts";
import { toolDir } from "../paths.ts";
import { startChild, type Child } from "./child.ts";
import { untilReady } from "./until-ready.ts";

/** How the broker is started. */
export interface KafkaOptions {
  /** Holds its data, its settings and its log; used again if it is there. */
  readonly folder: string;
  readonly port: number;
  /** Port of its own controller. */
  readonly controllerPort: number;
  /** Largest record batch, in bytes. */
  readonly maxMessageBytes: number;
  /** Options of its JVM beside ours, such as an agent. @default none */
  readonly jvmOptions?: readonly string[];
  /** Settings beside ours, or instead of them. @default none */
  readonly overrides?: Readonly<Record<string, string | number>>;
}

const settings = ({ folder, port, controllerPort, maxMessageBytes, overrides }: KafkaOptions): string =>
  Object.entries({
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
    "controller.listener.names": "CONTROLLER",
    listeners: `CLIENTS://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "listener.security.protocol.map": "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "inter.broker.listener.name": "CLIENTS",
    "auto.create.topics.enable": false,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 10,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "group.initial.rebalance.delay.ms": 0,
    "message.max.bytes": maxMessageBytes,
    "log.dirs": join(folder, "data"),
    ...overrides,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

const log4j = `rootLogger.level=WARN
rootLogger.appenderRefs=console
rootLogger.appenderRef.console.ref=console
appenders=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %m (%c)%n
`;

const answers = async (admin: Admin): Promise<boolean> =>
  admin.listTopics().then(
    () => true,
    () => false,
  );

/** Starts one broker of Apache Kafka without users on loopback, and makes the topics that are not there yet. */
export const startKafka = async (
  options: KafkaOptions,
  topics: readonly string[],
  partitions: number,
): Promise<Child> => {
  const { folder, port, jvmOptions = [] } = options;
  mkdirSync(folder, { recursive: true });
  const [properties, logging] = [join(folder, "server.properties"), join(folder, "log4j2.properties")];
  writeFileSync(properties, settings(options));
  writeFileSync(logging, log4j);
  const java = (main: string, ...args: string[]): string[] => [
    ...["-Xmx256M", "-XX:+UseSerialGC", `-Dlog4j2.configurationFile=${logging}`],
    ...["-cp", join(toolDir("kafka"), "lib/*"), main, ...args],
  ];
  if (!existsSync(join(folder, "data/meta.properties"))) {
    // The same for everybody: no broker of another cluster ever hears it.
    const format = ["format", "--config", properties, "--cluster-id", "dG9kby1wbGF0Zm9ybS1kZQ"];
    await run("java", java("kafka.tools.StorageTool", ...format));
  }
  const log = join(folder, "server.log");
  const args = [...jvmOptions, ...java("kafka.Kafka", properties)];
  const child = startChild({ name: "kafka", program: "java", args, log });
  const brokers = [`127.0.0.1:${port}`];
  const admin = new Admin({ clientId: "todo-platform", bootstrapBrokers: brokers, retries: 0, connectTimeout: 1000 });
  try {
    await untilReady(child, () => answers(admin));
    const there = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !there.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing, partitions, replicas: 1 });
  } finally {
    await admin.close();
  }
  return child;
};
