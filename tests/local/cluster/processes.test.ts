import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { childOf, readPidFile, signal, startTime, waitUntil, writePidFile } from "../../../local/cluster/processes.ts";

const pidFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), "pid-")), "pid");

test("a pid file names a process while it runs", async () => {
  const file = await pidFile();
  const child = spawn("sleep", ["60"]);
  await writePidFile(file, child.pid ?? 0);
  await expect(readPidFile(file)).resolves.toBe(child.pid);
  signal(child.pid, "SIGKILL");
  await expect(waitUntil(async () => (await readPidFile(file)) === undefined, 2000)).resolves.toBe(true);
});

test("another process with the same number does not count", async () => {
  const file = await pidFile();
  await writeFile(file, `${process.pid} 12345\n`);
  await expect(readPidFile(file)).resolves.toBeUndefined();
});

test.each(["", "nonsense", "0 "])("a damaged pid file (%j) names nobody", async (content) => {
  const file = await pidFile();
  await writeFile(file, content);
  await expect(readPidFile(file)).resolves.toBeUndefined();
});

test("the child behind a forking program is found", async () => {
  const parent = spawn("sh", ["-c", "sleep 60; true"]);
  const child = await childOf(parent.pid ?? 0);
  await expect(startTime(child)).resolves.toMatch(/^\d+$/);
  signal(child, "SIGKILL");
  signal(parent.pid, "SIGKILL");
});
