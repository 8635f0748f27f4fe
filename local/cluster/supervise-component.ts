import { spawn } from "node:child_process";
import { closeSync, openSync, statSync, renameSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { get } from "node:https";
import { createConnection } from "node:net";
import { join } from "node:path";
import type { ComponentStatus } from "./cluster-files.ts";
import type { Component } from "./components.ts";
import { childOf, signal, startTime, waitUntil } from "./processes.ts";

const FIRST_BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 10_000;
const STABLE_MS = 30_000;
const LARGE_LOG_BYTES = 20_000_000;
const KEPT_LINES = 10;
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Where a component runs and whom it tells. */
export interface Surroundings {
  /** Process 1 of the node. */
  readonly init: number;
  readonly logs: string;
  readonly nodeIp: string;
  /** The cluster's certificates. */
  readonly pki: string;
  /** Components that must accept connections first. */
  readonly needs: readonly Supervised[];
  readonly changed: () => Promise<void>;
}

/** A component that is started again whenever it ends. */
export interface Supervised {
  readonly name: string;
  readonly component: Component;
  readonly status: () => ComponentStatus;
  /** The process, as the machine numbers it; undefined when it does not run. */
  readonly pid: () => number | undefined;
  /** Do not start it again. */
  readonly retire: () => void;
}

/** Starts a component in the node and keeps it running, with growing pauses when it keeps dying. */
export function superviseComponent(component: Component, around: Surroundings): Supervised {
  const log = join(around.logs, `${component.name}.log`);
  let status: ComponentStatus = { state: "waiting", restarts: 0 };
  let process: { readonly pid: number; readonly started: string | undefined } | undefined;
  let retired = false;
  let backoff = FIRST_BACKOFF_MS;
  const change = (next: ComponentStatus): void => {
    status = next;
    void around.changed();
  };

  const launch = async (): Promise<void> => {
    for (const need of around.needs) await waitUntil(() => isUp(need.component, around), 120_000, 50);
    if (retired) return;
    const started = Date.now();
    const output = openLog(log);
    const child = spawn(
      "nsenter",
      ["-t", String(around.init), ..."-m -n -p -i -u -r -w --".split(" "), ...component.command],
      {
        stdio: ["ignore", output, output],
        env: { PATH, HOME: "/root" },
      },
    );
    closeSync(output);
    child.once("exit", (code, name) => void ended(started, name ?? `exit ${code}`));
    child.once("error", (error) => void ended(started, error.message));
    const pid = await childOf(child.pid ?? 0).catch(() => undefined);
    if (pid === undefined || child.exitCode !== null) return;
    process = { pid, started: await startTime(pid) };
    change({ ...status, state: "running", pid });
  };

  const ended = async (started: number, how: string): Promise<void> => {
    // When only nsenter was killed, the program behind it still runs and would be in the way.
    if (!retired && process !== undefined && (await startTime(process.pid)) === process.started)
      signal(process.pid, "SIGKILL");
    process = undefined;
    const lastExit = { at: new Date().toISOString(), how, lines: await lastLines(log) };
    change({ state: "restarting", restarts: status.restarts + 1, lastExit });
    if (retired) return;
    backoff = Date.now() - started > STABLE_MS ? FIRST_BACKOFF_MS : Math.min(backoff * 2, LONGEST_BACKOFF_MS);
    setTimeout(() => void launch(), backoff);
  };

  void launch();
  return {
    name: component.name,
    component,
    status: () => status,
    pid: () => process?.pid,
    retire: () => (retired = true),
  };
}

async function isUp({ port = 0, readyPath }: Component, { nodeIp, pki }: Surroundings): Promise<boolean> {
  if (readyPath === undefined) return accepts(nodeIp, port);
  const [ca, cert, key] = await Promise.all(
    ["ca.crt", "admin.crt", "admin.key"].map((file) => readFile(join(pki, file))),
  );
  return new Promise((resolve) => {
    const call = get({ host: nodeIp, port, path: readyPath, ca, cert, key, timeout: 2000, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    call.on("error", () => resolve(false)).on("timeout", () => call.destroy());
  });
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 1000 });
    const answer = (open: boolean) => (): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", answer(true)).once("error", answer(false)).once("timeout", answer(false));
  });
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE_LOG_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, "a");
}

async function lastLines(file: string): Promise<string[]> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return [];
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 8192);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString().trimEnd().split("\n").slice(-KEPT_LINES);
  } finally {
    await handle.close();
  }
}
