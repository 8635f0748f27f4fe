import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "../progress.ts";
import { ensureTools } from "../toolchain/ensure-tools.ts";
import type { Child } from "./child.ts";
import { runDatabaseScript } from "./run-database-script.ts";
import { readRunFile } from "./run-file.ts";
import { startApp } from "./start-app.ts";
import { startControlPlane } from "./start-control-plane.ts";
import { startKafka } from "./start-kafka.ts";
import { startPostgresServer } from "./start-postgres.ts";

/** What is run without Kubernetes. */
export interface StandaloneOptions {
  /** Holds the run file and everything that it names. */
  readonly folder: string;
  /** Name of the run file in it. */
  readonly runFile: string;
  /** Holds data and logs of the servers. */
  readonly data: string;
  readonly kafka: { readonly port: number; readonly topics: readonly string[]; readonly maxMessageBytes: number };
  /** `script` makes the databases; `password` is the superuser's. */
  readonly postgres: { readonly port: number; readonly password: string; readonly script: string };
  readonly scheduler: number;
  readonly placement: number;
  /** Starts an app anew when its bundle changes. */
  readonly reload: boolean;
  /** Called with each line of each app. */
  readonly onLine: (name: string, line: string) => void;
}

/** Everything that runs. */
export interface Standalone {
  readonly children: readonly Child[];
  /** Ends apps first, then their sidecars, then servers. */
  stop(): Promise<void>;
}

/** Partitions of each topic. */
const partitions = 3;

/** Ports of servers for themselves lie below all others. */
const ownPorts = ({ placement }: StandaloneOptions): number => placement - 1000;

const startServers = async (options: StandaloneOptions, progress: Progress, started: Child[]): Promise<void> => {
  const { data, kafka, postgres, scheduler, placement } = options;
  const own = ownPorts(options);
  const broker = startKafka(
    { folder: join(data, "kafka"), controllerPort: own + 10, ...kafka },
    kafka.topics,
    partitions,
  ).then((child) => started.push(child));
  const database = startPostgresServer({ folder: join(data, "postgres"), durable: true, ...postgres }, progress).then(
    async ({ child, urlOf }) => {
      started.push(child);
      await runDatabaseScript(urlOf("postgres"), postgres.script);
    },
  );
  const control = startControlPlane({ folder: data, scheduler, placement, own }).then((children) =>
    started.push(...children),
  );
  // All of them settle before one failure is told, so that none is left behind.
  const failed = (await Promise.allSettled([broker, database, control])).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
};

const stopAll = async (children: readonly Child[]): Promise<void> => {
  const isSidecar = ({ name }: Child): boolean => name.endsWith("-daprd");
  const servers = ["kafka", "postgres", "scheduler", "placement"];
  const apps = children.filter((child) => !isSidecar(child) && !servers.includes(child.name));
  await Promise.all(apps.map((child) => child.stop()));
  await Promise.all(children.filter(isSidecar).map((child) => child.stop()));
  await Promise.all(children.filter(({ name }) => servers.includes(name)).map((child) => child.stop()));
};

/** Starts servers, Dapr's control plane, and every app of a run file with its sidecar; all of it on loopback. */
export const startStandalone = async (options: StandaloneOptions, progress: Progress): Promise<Standalone> => {
  const { folder, data } = options;
  const apps = readRunFile(await readFile(join(folder, options.runFile), "utf8"));
  await ensureTools(["dapr", "kafka"], progress);
  await Promise.all([mkdir(data, { recursive: true }), mkdir(join(folder, "logs"), { recursive: true })]);
  const started: Child[] = [];
  try {
    await progress.step("Kafka, PostgreSQL, scheduler and placement", () => startServers(options, progress, started));
    await progress.step(`${apps.length} apps with their sidecars`, async () => {
      const all = await Promise.allSettled(apps.map((app) => startApp(app, options)));
      for (const one of all) if (one.status === "fulfilled") started.push(...one.value);
      const failed = all.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
    });
  } catch (failure) {
    await stopAll(started);
    throw failure;
  }
  return { children: started, stop: () => stopAll(started) };
};
