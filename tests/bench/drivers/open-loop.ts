import { setTimeout as sleep } from "node:timers/promises";

/** What a round of load left. Latencies are in milliseconds, counted from when each request was due. */
export interface RoundResult {
  readonly latencies: number[];
  readonly errors: number;
  /** First few different failures. */
  readonly failures: string[];
  /** Completed requests a second. */
  readonly achieved: number;
  /** Wall-clock milliseconds of its begin and end. */
  readonly begin: number;
  readonly end: number;
}

/** One request; `due` is when it was to be sent, on the monotonic clock in nanoseconds. */
export type Send = (index: number, due: bigint) => Promise<void>;

const nanoseconds = 1_000_000n;
/** More than this at a time means that the target does not keep up; further requests fail without being sent. */
const maxInFlight = 2_000;
/** Below this rate the last millisecond before a request is waited for without sleeping, since timers are that coarse. */
const preciseBelow = 260;

const failureOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

/** Sends `rate` requests a second for a time, whether or not earlier ones were answered. */
export const openLoop = async (rate: number, seconds: number, send: Send): Promise<RoundResult> => {
  const latencies: number[] = [];
  const failures = new Set<string>();
  const pending = new Set<Promise<void>>();
  let errors = 0;
  const count = Math.round(rate * seconds);
  const begin = Date.now();
  const start = process.hrtime.bigint();
  for (let index = 0; index < count; index++) {
    const due = start + (BigInt(index) * 1_000_000_000n) / BigInt(rate);
    await until(due, rate < preciseBelow);
    if (pending.size >= maxInFlight) {
      errors++;
      failures.add(`${maxInFlight} requests were unanswered`);
      continue;
    }
    const request: Promise<void> = send(index, due)
      .then(() => void latencies.push(Number(process.hrtime.bigint() - due) / 1e6))
      .catch((failure: unknown) => {
        errors++;
        if (failures.size < 5) failures.add(failureOf(failure));
      })
      .finally(() => pending.delete(request));
    pending.add(request);
  }
  await Promise.race([Promise.all(pending), sleep(10_000, undefined, { ref: false })]);
  errors += pending.size;
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  return { latencies, errors, failures: [...failures], achieved: latencies.length / elapsed, begin, end: Date.now() };
};

const until = async (due: bigint, precise: boolean): Promise<void> => {
  for (;;) {
    const left = due - process.hrtime.bigint();
    if (left <= 0n) return;
    if (left > 2n * nanoseconds) await sleep(Number(left / nanoseconds) - 1);
    else if (precise || left < nanoseconds / 5n) await new Promise((resolve) => setImmediate(resolve));
    else await sleep(1);
  }
};

/** Keeps `workers` requests under way for a time: how much the target can do. */
export const closedLoop = async (workers: number, seconds: number, send: Send): Promise<RoundResult> => {
  const latencies: number[] = [];
  const failures = new Set<string>();
  let errors = 0;
  let index = 0;
  const begin = Date.now();
  const start = process.hrtime.bigint();
  const end = start + BigInt(Math.round(seconds * 1000)) * nanoseconds;
  const work = async (): Promise<void> => {
    for (let now = process.hrtime.bigint(); now < end; now = process.hrtime.bigint()) {
      try {
        await send(index++, now);
        latencies.push(Number(process.hrtime.bigint() - now) / 1e6);
      } catch (failure) {
        errors++;
        if (failures.size < 5) failures.add(failureOf(failure));
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
  return { latencies, errors, failures: [...failures], achieved: latencies.length / elapsed, begin, end: Date.now() };
};
