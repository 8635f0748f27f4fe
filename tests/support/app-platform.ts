import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { todoTopology } from "@todo-platform/contracts";
import type { AppId, SubscriberSpec, TopicName } from "@todo-platform/contracts";
import { FakeSidecar } from "./fake-sidecar.ts";
import type { PublishedEvent } from "./fake-sidecar.ts";
import { freePort } from "./free-port.ts";
import { startPostgres } from "./postgres.ts";

/** An app's bundle as a process. */
export interface StartedApp {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from its start to ready. */
  readonly readyAfter: number;
  /** What it has logged. */
  readonly lines: string[];
}

/** All bundles, one sidecar in memory for them all, and a real PostgreSQL. */
export interface AppPlatform {
  readonly apps: ReadonlyMap<AppId, StartedApp>;
  readonly sidecar: FakeSidecar;
  /** SIGKILL, and a new process of the same bundle on another port. */
  restart(app: AppId): Promise<void>;
  /** Hands what was published to its subscribers, as their sidecars would; answers with each of their answers. */
  deliver(): Promise<{ app: string; route: string; status: number; body: unknown }[]>;
  stop(): Promise<void>;
}

/** `APP_API_TOKEN` of every app here. */
export const appToken = "the-app-token";
/** What signs the tokens of users here. */
export const jwtKey = "a key that is long enough for HS256";
const root = join(import.meta.dirname, "../..");

/** Arguments of node and variables in the app's image. */
function imageOf(app: AppId): { args: string[]; env: Record<string, string> } {
  const dockerfile = readFileSync(join(root, "apps", app, "Dockerfile"), "utf8");
  const [, command = "[]"] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const env = [...dockerfile.matchAll(/^ENV (\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
  return { args: (JSON.parse(command) as string[]).slice(1), env: Object.fromEntries(env) as Record<string, string> };
}

async function startApp(app: AppId, sidecar: FakeSidecar, folder: string): Promise<StartedApp> {
  const port = await freePort();
  const image = imageOf(app);
  const ports = { APP_PORT: String(port), DAPR_HTTP_PORT: String(sidecar.port) };
  const env = { ...image.env, ...ports, APP_ID: app, APP_API_TOKEN: appToken };
  const begin = performance.now();
  const child = spawn(process.execPath, image.args, { cwd: join(folder, app, "dist"), env, stdio: "pipe" });
  const lines: string[] = [];
  child.stdout.on("data", (data: Buffer) => lines.push(...data.toString().trim().split("\n")));
  child.stderr.on("data", (data: Buffer) => lines.push(data.toString()));
  child.once("exit", (code, signal) => {
    if (code !== 0 && signal !== "SIGKILL") console.error(`${app} ended with ${code ?? signal}:\n${lines.join("\n")}`);
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 1000; attempt++) {
    // No connection is kept: by the time of the first test the app may have closed it.
    const headers = { connection: "close" };
    if ((await fetch(`${url}/health/ready`, { headers }).catch(() => undefined))?.ok) {
      return { url, process: child, readyAfter: performance.now() - begin, lines };
    }
    if (child.exitCode !== null) break;
    await delay(10);
  }
  child.kill("SIGKILL");
  throw new Error(`${app} does not become ready: ${lines.join("\n")}`);
}

const hopByHop = new Set(["host", "connection", "content-length", "transfer-encoding"]);

/** Passes invocations on to the apps, with their token. */
const invokeApps =
  (apps: ReadonlyMap<AppId, StartedApp>): FakeSidecar["invoked"] =>
  ({ app, path, method, headers, body }) => {
    const passed = Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
    const all = { ...passed, "dapr-api-token": appToken };
    return fetch(`${apps.get(app as AppId)?.url}${path}`, { method, headers: all, ...(body ? { body } : {}) });
  };

async function deliverOne(apps: ReadonlyMap<AppId, StartedApp>, { topic, cloudEvent, traceparent }: PublishedEvent) {
  const { subscribers } = todoTopology.topics[topic as TopicName];
  const body = JSON.stringify({ ...cloudEvent, topic, pubsubname: "kafka-pubsub", traceparent });
  const headers = { "dapr-api-token": appToken, "content-type": "application/cloudevents+json" };
  const all = traceparent ? { ...headers, traceparent } : headers;
  return Promise.all(
    (Object.entries(subscribers) as [AppId, SubscriberSpec][]).map(async ([app, subscriber]) => {
      const route = subscriber.routes?.[cloudEvent.type] ?? subscriber.route;
      const answer = await fetch(`${apps.get(app)?.url}${route}`, { method: "POST", headers: all, body });
      return { app, route, status: answer.status, body: await answer.json() };
    }),
  );
}

/**
 * Starts the bundles, which must have been built.
 * @param folder where they are; `apps` by default
 */
export async function startAppPlatform(folder = join(root, "apps")): Promise<AppPlatform> {
  const [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  sidecar.secrets["postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["audit-postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["jwt-secret"] = { key: jwtKey };
  sidecar.secrets["demo-user"] = { username: "demo", password: "the-password" };
  const apps = new Map<AppId, StartedApp>();
  for (const app of Object.keys(todoTopology.apps) as AppId[]) apps.set(app, await startApp(app, sidecar, folder));
  sidecar.invoked = invokeApps(apps);
  return {
    apps,
    sidecar,
    restart: async (app) => {
      const before = apps.get(app)?.process;
      const ended = new Promise((resolve) => before?.once("exit", resolve));
      before?.kill("SIGKILL");
      await ended;
      apps.set(app, await startApp(app, sidecar, folder));
    },
    deliver: async () =>
      (await Promise.all(sidecar.published.splice(0).map((event) => deliverOne(apps, event)))).flat(),
    stop: async () => {
      for (const app of apps.values()) app.process.kill("SIGKILL");
      await sidecar.stop();
      await postgres.stop();
    },
  };
}

/** Starts bundles that are built for this platform alone: other tests may build theirs meanwhile. */
export async function startOwnAppPlatform(): Promise<AppPlatform> {
  const folder = mkdtempSync(join(tmpdir(), "todo-bundles-"));
  execFileSync(process.execPath, [join(root, "apps/build.mjs"), folder], { stdio: "pipe" });
  const platform = await startAppPlatform(folder);
  const stop = async (): Promise<void> => {
    await platform.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...platform, stop };
}
