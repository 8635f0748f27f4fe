import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppPorts } from "../../../infra/render/standalone/standalone-ports.ts";
import { repositoryRoot } from "../../../local/paths.ts";
import { run } from "../../../local/run.ts";
import { processTree } from "../../bench/processes.ts";
import { eventually } from "../../e2e/support/eventually.ts";
import { signIn, signUp, type TodoApi } from "../../e2e/support/todo-api.ts";

/** Beside the ports of whoever runs the loop on this machine. */
const offset = 1000;

interface Ready {
  readonly ports: { readonly apps: Readonly<Record<string, AppPorts>>; readonly kafka: number };
  readonly folder: string;
}
interface Running extends Ready {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly said: string[];
}

const folder = join(mkdtempSync(join(tmpdir(), "standalone-")), "dev");
let dev: Running;

const start = async (): Promise<Running> => {
  const args = ["cli/main.ts", "dev", "--standalone", "--dir", folder, `--port-offset=${offset}`, "--json"];
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const first = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  const line = await Promise.race([first, ended.then((code) => `it ended with ${code}:\n${said.join("\n")}`)]);
  if (!line.startsWith('{"ready":true')) throw new Error(line);
  return { ...(JSON.parse(line) as Ready), child, ended, said };
};

const demo = (): { username: string; password: string } =>
  (
    JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")) as {
      "demo-user": { username: string; password: string };
    }
  )["demo-user"];

const platform = () => ({
  cluster: "none",
  ui: `http://127.0.0.1:${dev.ports.apps["todo-frontend"]?.app}`,
  traces: "",
  kubeconfig: "",
  demo: demo(),
});

const audited = (api: TodoApi, task: string, type: string): Promise<void> =>
  eventually(async () => {
    expect((await api.audit(`task_id=${task}`)).map(({ event_type }) => event_type)).toContain(type);
  }, 60_000);

beforeAll(async () => {
  dev = await start();
}, 180_000);

afterAll(() => {
  dev.child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("the platform without Kubernetes", () => {
  test("a task goes through the API, PostgreSQL, Kafka and its subscribers", async () => {
    const api = await eventually(() => signIn(platform()), 60_000, 500);
    const { id } = await api.addTask("Without a cluster");
    await audited(api, id, "task.created");
    await eventually(async () => {
      expect((await api.notifications()).some(({ message }) => message.includes("Without a cluster"))).toBe(true);
    });
  });

  test("completing a task of a series brings the next one", async () => {
    const api = await signUp(platform(), "series");
    const first = await api.add({
      title: "Bins",
      due_at: "2026-03-23T08:00:00Z",
      recurrence: "FREQ=WEEKLY;BYDAY=MO;COUNT=2",
      time_zone: "Europe/Berlin",
    });
    expect((await api.call("POST", `/api/tasks/${first.id}/complete`)).status).toBe(200);
    await eventually(async () => {
      const open = (await api.tasks()).filter(({ completed }) => !completed);
      expect(open.map(({ due_at }) => due_at)).toEqual(["2026-03-30T07:00:00.000Z"]);
    });
  });

  test("a reminder comes by Dapr's scheduler and reaches the mail sink", async () => {
    const api = await signUp(platform(), "mail", "standalone@example.org");
    const remind_at = new Date(Date.now() + 3000).toISOString();
    await api.add({ title: "Water the plants", remind_at, notification_method: "email" });
    const sink = `http://127.0.0.1:${dev.ports.apps["message-sink"]?.app}/messages?to=standalone@example.org`;
    await eventually(async () => {
      const { messages } = (await (await fetch(sink, { headers: { connection: "close" } })).json()) as {
        messages: { subject: string }[];
      };
      expect(messages.map(({ subject }) => subject.includes("Water the plants"))).toEqual([true]);
    }, 60_000);
  });

  test("an app reads the secrets that it may read, and no others", async () => {
    const port = dev.ports.apps["audit-service"]?.http;
    const read = async (name: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}/v1.0/secrets/kubernetes-secrets/${name}`)).status;
    expect([await read("jwt-secret"), await read("postgres-credentials")]).toEqual([200, 403]);
  });

  test("nothing listens beyond loopback but the health checks of scheduler and placement, which Dapr binds everywhere", async () => {
    const pids = await processTree(dev.child.pid ?? 0);
    const { stdout } = await run("ss", ["-Hltnp"]);
    const own = stdout.split("\n").filter((line) => pids.some((pid) => line.includes(`pid=${pid},`)));
    const addresses = own.map((line) => line.split(/\s+/)[3] ?? "");
    expect(addresses.length).toBeGreaterThan(40);
    const beyond = addresses.filter((address) => !/^(127\.0\.0\.1|\[::1\]|\[::ffff:127\.0\.0\.1\]):/.test(address));
    const bodies = await Promise.all(
      beyond.map(async (address) => (await fetch(`http://127.0.0.1:${address.split(":").at(-1)}/healthz`)).text()),
    );
    expect(bodies).toEqual(["", ""]);
  });

  test("Ctrl-C ends everything within seconds, and the next start finds the data", async () => {
    const before = await signIn(platform());
    const kept = await before.addTask("Kept");
    const pids = await processTree(dev.child.pid ?? 0);
    dev.child.kill("SIGINT");
    expect(await dev.ended).toBe(0);
    const alive = pids.filter((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
    expect(alive).toEqual([]);
    dev = await start();
    const after = await eventually(() => signIn(platform()), 60_000, 500);
    expect((await after.tasks()).map(({ id }) => id)).toContain(kept.id);
  });
});
