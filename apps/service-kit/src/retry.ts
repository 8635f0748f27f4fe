import { setTimeout as delay } from "node:timers/promises";

/** How {@link retry} waits, in milliseconds: `first`, doubled after each failure up to `longest`. */
export interface RetryOptions {
  readonly first?: number;
  readonly longest?: number;
  readonly signal?: AbortSignal;
  readonly onFailure?: (error: unknown) => void;
}

/** Repeats `work` until it succeeds or `signal` is aborted. */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { first = 100, longest = 2000, signal, onFailure } = options;
  for (let pause = first; ; pause = Math.min(pause * 2, longest)) {
    try {
      return await work();
    } catch (error) {
      onFailure?.(error);
      await delay(pause, undefined, signal ? { signal } : {});
    }
  }
}
