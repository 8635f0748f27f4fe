import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { kafkaBootstrap } from "../../infra/model/kafka.ts";
import {
  benchNamespace,
  benchObjects,
  benchPlatform,
  benchTopic,
  client,
  ports,
  server,
  tablePrefix,
} from "./bench-platform.ts";
import type { Cluster, Pod } from "./cluster.ts";
import type { KafkaAccess, LoadJob, LoadResult } from "./drivers/job.ts";
import type { KafkaJob } from "./drivers/prepare-kafka.ts";
import { summarize, type Summary } from "./statistics.ts";

/** Consumer group of the direct consumer. */
export const directGroup = "bench-direct";

/** The benchmark's own two apps with their sidecars. */
export interface BenchApps {
  readonly cluster: Cluster;
  readonly client: Pod;
  readonly server: Pod;
  /** Shown by apps to sidecars and by sidecars to apps. */
  readonly token: string;
  readonly ca: string;
  /** Address of the app without a sidecar, and of the client's sidecar. */
  readonly direct: string;
  readonly sidecar: string;
  readonly kafka: (user: string) => KafkaAccess;
  readonly stateUrl: string;
  /** Makes load from the client's network. */
  load(job: LoadJob): Promise<LoadResult>;
  /** How long events took to reach the server's handler, by round; forgets them. */
  takeDeliveries(): Promise<Summary[]>;
  remove(): Promise<void>;
}

const deadlineMs = 90_000;

const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} within ${deadlineMs / 1000} s`);
    await sleep(500);
  }
};

/** Samples `[round, milliseconds]` as rounds, without the warm-up. */
export const toRounds = (samples: readonly (readonly [number, number])[]): Summary[] => {
  const rounds = Math.max(0, ...samples.map(([round]) => round));
  return Array.from({ length: rounds }, (_, index) =>
    summarize(samples.flatMap(([round, value]) => (round === index + 1 ? [value] : []))),
  );
};

/** Starts the benchmark's apps in a namespace of their own, with a topic, a Kafka user each and tables of their own. */
export const startBenchApps = async (cluster: Cluster): Promise<BenchApps> => {
  const { kafka } = benchPlatform;
  const [{ "ca.crt": ca = "" }, { "connection-string": stateUrl = "" }, { password = "" }, pods] = await Promise.all([
    cluster.secret("todo-app", "platform-ca"),
    cluster.secret("todo-app", "statestore-credentials"),
    cluster.secret(kafka.namespace, kafka.cluster),
    cluster.pods("todo-app"),
  ]);
  const image = pods.find(({ app }) => app === "todo-frontend")?.image ?? "";
  const token = randomBytes(24).toString("hex");
  const kafkaPassword = randomBytes(24).toString("hex");
  const access = (user: string, secret: string): KafkaAccess => ({
    broker: kafkaBootstrap(kafka),
    user,
    password: secret,
    ca,
  });
  const kafkaJob: KafkaJob = {
    admin: access("admin", password),
    topics: [benchTopic, `${benchTopic}-dead-letter`, `${benchTopic}-direct`],
    partitions: kafka.partitions,
    users: [
      { name: client, groups: [] },
      { name: server, groups: [server, directGroup] },
    ],
    password: kafkaPassword,
    remove: false,
  };
  await cluster.kubectl(["delete", "namespace", benchNamespace, "--ignore-not-found", "--timeout=60s"]);
  await cluster.drive("prepare-kafka", kafkaJob);
  const echo = await readFile(join(import.meta.dirname, "echo.mjs"), "utf8");
  const [objects, apps] = benchObjects({ ca, stateStore: stateUrl, token, kafkaPassword }, echo, image);
  for (const items of [objects, apps])
    await cluster.kubectl(["apply", "-f", "-"], JSON.stringify({ apiVersion: "v1", kind: "List", items }));
  const remove = async (): Promise<void> => {
    await cluster.kubectl(["delete", "namespace", benchNamespace, "--ignore-not-found", "--timeout=60s"]);
    await cluster.drive("prepare-kafka", { ...kafkaJob, remove: true });
    const statements = [`drop table if exists ${tablePrefix}state, ${tablePrefix}dapr_metadata`];
    await cluster.drive("sql", { url: stateUrl, ca, statements });
  };
  try {
    const ready = await until("the benchmark's apps were not ready", async () => {
      const found = await cluster.pods(benchNamespace);
      return found.length === 2 && found.every((pod) => pod.ready) ? found : undefined;
    });
    const find = (app: string): Pod => {
      const found = ready.find((pod) => pod.app === app);
      if (!found) throw new Error(`there is no pod of ${app}`);
      return found;
    };
    const [clientPod, serverPod] = [find(client), find(server)];
    const direct = `http://${serverPod.ip}:${ports[server]}`;
    const load = (job: LoadJob): Promise<LoadResult> => cluster.drive("load", job, clientPod);
    const takeDeliveries = async (): Promise<Summary[]> =>
      toRounds(
        await cluster.drive<[number, number][]>("fetch", {
          url: `${direct}/samples`,
          headers: { "dapr-api-token": token },
        }),
      );
    return {
      cluster,
      client: clientPod,
      server: serverPod,
      token,
      ca,
      direct,
      sidecar: "http://127.0.0.1:3500/v1.0",
      kafka: (user) => access(user, kafkaPassword),
      stateUrl,
      load,
      takeDeliveries,
      remove,
    };
  } catch (failure) {
    const why = await cluster.kubectl(["describe", "pods", "-n", benchNamespace]).catch(String);
    await remove().catch(() => undefined);
    throw new Error(`${String(failure)}\n${why.split("\n").slice(-20).join("\n")}`, { cause: failure });
  }
};
