import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A program that runs until it is stopped. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** How it ended, once it has. */
  readonly ended: Promise<string>;
  /** The last lines that it wrote. */
  readonly lastLines: () => readonly string[];
  /** Asks it to end (SIGTERM) and ends it (SIGKILL) when it takes longer than `patience` milliseconds. */
  stop(patience?: number): Promise<void>;
}

/** How a program is started. */
export interface ChildOptions {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** File to which all that it writes is added. */
  readonly log: string;
  /** Called with each line that it writes. */
  readonly onLine?: (line: string) => void;
}

const keptLines = 15;

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches whoever stops the others in their order, and
 * lets it end when this process is killed.
 */
export const startChild = ({ name, program, args, cwd, env, log, onLine }: ChildOptions): Child => {
  const file = createWriteStream(log, { flags: "a", mode: 0o600 });
  const last: string[] = [];
  const child = spawn("setpriv", ["--pdeathsig", "TERM", program, ...args], {
    cwd,
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text: string) => {
      file.write(text);
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      last.push(...lines);
      last.splice(0, last.length - keptLines);
      for (const line of lines) onLine?.(line);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) => resolve(signal === null ? `exit ${code}` : `signal ${signal}`));
  }).finally(() => file.end());
  const { pid = 0 } = child;
  return {
    name,
    pid,
    ended,
    lastLines: () => last,
    stop: async (patience = 10_000) => {
      if (child.exitCode !== null || child.signalCode !== null || !child.kill("SIGTERM")) return;
      const timer = new AbortController();
      const late = sleep(patience, "late", { signal: timer.signal }).catch(() => "");
      if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
      timer.abort();
      await ended;
    },
  };
};
