import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** The kernel's start time of a process; undefined when it does not run or is a zombie. */
export async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields === undefined || fields[0] === "Z" ? undefined : fields[19];
}

/** Writes `<pid> <start time>`: a process number alone may be another process's later. */
export async function writePidFile(file: string, pid: number): Promise<void> {
  await writeFile(file, `${pid} ${(await startTime(pid)) ?? ""}\n`);
}

/** The process a pid file names, when it still runs. */
export async function readPidFile(file: string): Promise<number | undefined> {
  const [pid, started] = (await readFile(file, "utf8").catch(() => "")).trim().split(" ");
  if (pid === undefined || started === undefined) return undefined;
  return (await startTime(Number(pid))) === started ? Number(pid) : undefined;
}

/** The first child of a process (the program behind `unshare --fork` or `nsenter --pid`), waited for a moment. */
export async function childOf(pid: number): Promise<number> {
  for (let i = 0; i < 100; i++) {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
    const child = Number(children.trim().split(" ")[0]);
    if (child > 0) return child;
    await sleep(20);
  }
  throw new Error(`process ${pid} started no child`);
}

/** Sends a signal; a process that is gone is fine. */
export function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Waits until a condition holds; false when it does not within the time. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
  step = 100,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await condition()) return true;
    await sleep(step);
  }
  return condition();
}
