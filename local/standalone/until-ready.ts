import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "./child.ts";

/**
 * Waits until a program does what `look` looks for.
 * @param seconds How long it may take.
 * @throws Error with its last lines when it ends before, or takes longer; it does not run then
 */
export const untilReady = async (child: Child, look: () => Promise<boolean>, seconds = 60): Promise<void> => {
  let how: string | undefined;
  void child.ended.then((text) => (how = text));
  const said = (): string => [`${child.name}:`, ...child.lastLines()].join("\n  ");
  for (const deadline = Date.now() + seconds * 1000; !(await look()); await sleep(50)) {
    if (how !== undefined) throw new Error(`${child.name} ended (${how}) before it was ready\n${said()}`);
    if (Date.now() < deadline) continue;
    await child.stop();
    throw new Error(`${child.name} is not ready after ${seconds} s\n${said()}`);
  }
};
