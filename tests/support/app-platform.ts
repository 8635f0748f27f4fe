import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
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
  /** Hands what was published to its subscribers, as their sidecars would; answers with each of their answers. */
  deliver(): Promise<{ app: string; route: string; status: number; body: unknown }[]>;
  stop(): Promise<void>;
}

/** `APP_API_TOKEN` of every app here. */
const appToken = "the-app-token";
const root = join(import.meta.dirname, "../..");

async function startApp(app: AppId, sidecar: FakeSidecar): Promise<StartedApp> {
  const port = await freePort();
  const env = { APP_ID: app, APP_PORT: String(port), DAPR_HTTP_PORT: String(sidecar.port), APP_API_TOKEN: appToken };
  const begin = performance.now();
  const child = spawn(process.execPath, ["main.js"], { cwd: join(root, "apps", app, "dist"), env, stdio: "pipe" });
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

/** Starts the bundles, which must have been built. */
export async function startAppPlatform(): Promise<AppPlatform> {
  const [postgres, sidecar] = await Promise.all([startPostgres(), FakeSidecar.start()]);
  sidecar.secrets["postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["audit-postgres-credentials"] = { "connection-string": await postgres.createDatabase() };
  sidecar.secrets["jwt-secret"] = { key: "a key that is long enough for HS256" };
  sidecar.secrets["demo-user"] = { username: "demo", password: "the-password" };
  const apps = new Map<AppId, StartedApp>();
  for (const app of Object.keys(todoTopology.apps) as AppId[]) apps.set(app, await startApp(app, sidecar));
  sidecar.invoked = invokeApps(apps);
  return {
    apps,
    sidecar,
    deliver: async () =>
      (await Promise.all(sidecar.published.splice(0).map((event) => deliverOne(apps, event)))).flat(),
    stop: async () => {
      for (const app of apps.values()) app.process.kill("SIGKILL");
      await sidecar.stop();
      await postgres.stop();
    },
  };
}
