import { setTimeout as delay } from "node:timers/promises";
import type { AppId } from "@todo-platform/contracts";
import type { AppPlatform } from "../../support/app-platform.ts";

/** Apps that are killed and started again. */
const restarted: readonly AppId[] = ["todo-backend", "audit-service", "notification-service", "event-service"];
/** Parts of the sidecar's API that are away for a moment. */
const parts = ["state", "publish", "invoke", "bindings"];

/** What was done to the platform. */
export interface Faults {
  readonly restarts: Map<AppId, number>;
  outages: number;
  refusals: number;
  /** Ends it and mends everything. */
  end(): Promise<void>;
}

/** Random numbers that `seed` determines. Source: mulberry32, public domain. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kills apps, takes parts of the sidecars away and refuses single publishes and messages, until it is ended. */
export function startFaults(platform: AppPlatform, random: () => number): Faults {
  const { sidecar } = platform;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  let ended = false;
  const faults: Faults = { restarts: new Map(), outages: 0, refusals: 0, end: async () => undefined };
  const refuse = (share: number): boolean => {
    const isRefused = random() < share;
    if (isRefused) faults.refusals += 1;
    return isRefused;
  };
  const restart = async (): Promise<void> => {
    while (!ended) {
      await delay(2000 + random() * 4000);
      const app = pick(restarted) ?? "todo-backend";
      await platform.restart(app);
      faults.restarts.set(app, (faults.restarts.get(app) ?? 0) + 1);
    }
  };
  const cut = async (): Promise<void> => {
    while (!ended) {
      await delay(500 + random() * 1500);
      const part = pick(parts) ?? "state";
      sidecar.down.add(part);
      await delay(50 + random() * 250);
      sidecar.down.delete(part);
      faults.outages += 1;
    }
  };
  sidecar.refuse = () => refuse(0.03);
  sidecar.bound = () => new Response(null, { status: refuse(0.2) ? 500 : 204 });
  const running = Promise.all([restart(), cut()]);
  faults.end = async () => {
    ended = true;
    await running;
    sidecar.refuse = () => false;
    sidecar.bound = () => new Response(null, { status: 204 });
    sidecar.down.clear();
  };
  return faults;
}
