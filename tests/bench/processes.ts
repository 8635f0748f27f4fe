import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Clock ticks a second, as /proc counts CPU time. */
const ticks = 100;

/** CPU seconds that a process has used. */
export const cpuSeconds = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticks;
};

const bytesOf = async (pid: number, file: string, field: string): Promise<number> => {
  const text = await readFile(`/proc/${pid}/${file}`, "utf8").catch(() => "");
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * 1024;
};

/** Resident memory of a process, in bytes; pages that it shares with others count in full. */
export const residentBytes = (pid: number): Promise<number> => bytesOf(pid, "status", "VmRSS");

/** Memory of a process in bytes, each shared page divided among its users: may be added up. */
export const proportionalBytes = (pid: number): Promise<number> => bytesOf(pid, "smaps_rollup", "Pss");

/** A process and all its descendants; each thread lists the children that it started. */
export const processTree = async (root: number): Promise<number[]> => {
  const threads = await readdir(`/proc/${root}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${root}/task/${thread}/children`, "utf8").catch(() => "")),
  );
  const children = lists.flatMap((list) => list.split(" ").filter((text) => text.trim() !== ""));
  return [root, ...(await Promise.all(children.map((child) => processTree(Number(child))))).flat()];
};

/** Milliseconds between two looks at a process tree; short peaks between them are missed. */
const lookEvery = 50;

/** Peaks of memory, in bytes, shared pages divided among their users. */
export interface Peak {
  /** Of a process and its descendants together. */
  readonly all: number;
  /** Of the largest of them. */
  readonly largest: number;
}

/** Watches the memory of a process and its descendants until it is stopped; slows them down, so it is no time to measure time. */
export const watchPeak = (root: number): { stop(): Peak } => {
  let peak: Peak = { all: 0, largest: 0 };
  let running = true;
  const watch = async (): Promise<void> => {
    while (running) {
      const sizes = await Promise.all((await processTree(root)).map(proportionalBytes));
      const all = sizes.reduce((total, bytes) => total + bytes, 0);
      peak = { all: Math.max(peak.all, all), largest: Math.max(peak.largest, ...sizes) };
      await sleep(lookEvery);
    }
  };
  void watch();
  return {
    stop: () => {
      running = false;
      return peak;
    },
  };
};

/** Busy and total ticks of the whole machine. */
const machineTicks = async (): Promise<{ busy: number; total: number }> => {
  const [line = ""] = (await readFile("/proc/stat", "utf8")).split("\n");
  const fields = line.split(/\s+/).slice(1, 9).map(Number);
  const total = fields.reduce((sum, value) => sum + value, 0);
  return { busy: total - (fields[3] ?? 0) - (fields[4] ?? 0), total };
};

/** CPU used during some work. */
export interface CpuUse {
  /** Millicores of each process, by name. */
  readonly millicores: Readonly<Record<string, number>>;
  /** Busy share of all cores, 0..1. */
  readonly machine: number;
}

/** Does some work and tells what CPU processes, and the whole machine, used meanwhile. */
export const withCpu = async <T>(
  pids: Readonly<Record<string, number>>,
  work: () => Promise<T>,
): Promise<{ result: T; cpu: CpuUse }> => {
  const read = (): Promise<number[]> => Promise.all(Object.values(pids).map(cpuSeconds));
  const [before, machineBefore, start] = [await read(), await machineTicks(), performance.now()];
  const result = await work();
  const [after, machineAfter, seconds] = [await read(), await machineTicks(), (performance.now() - start) / 1000];
  const used = Object.keys(pids).map((name, index) => {
    const value = (after[index] ?? NaN) - (before[index] ?? NaN);
    return [name, (value / seconds) * 1000] as const;
  });
  const machine = (machineAfter.busy - machineBefore.busy) / (machineAfter.total - machineBefore.total);
  return { result, cpu: { millicores: Object.fromEntries(used), machine } };
};
