import { setTimeout as sleep } from "node:timers/promises";
import { podProcesses } from "../pod-processes.ts";

/**
 * Lets the app of a pod, not its sidecar, stand still for as long as `meanwhile` takes; also when its probes have it
 * started anew.
 */
export const whilePodHeld = async <T>(cluster: string, pod: string, meanwhile: () => Promise<T>): Promise<T> => {
  const held = new Set<number>();
  const signal = (pid: number, name: NodeJS.Signals): void => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended meanwhile.
    }
  };
  const hold = async (): Promise<void> => {
    for (const { pid, command, environment } of await podProcesses(cluster))
      if (command.startsWith("node ") && environment.includes(`HOSTNAME=${pod}`)) {
        held.add(pid);
        signal(pid, "SIGSTOP");
      }
  };
  await hold();
  if (held.size === 0) throw new Error(`no app runs in pod ${pod}`);
  const done = new AbortController();
  const holding = (async () => {
    while (!done.signal.aborted) {
      await sleep(1000, undefined, { signal: done.signal }).catch(() => undefined);
      if (!done.signal.aborted) await hold();
    }
  })();
  try {
    return await meanwhile();
  } finally {
    done.abort();
    await holding;
    for (const pid of held) signal(pid, "SIGCONT");
  }
};
