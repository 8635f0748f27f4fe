import { setTimeout as sleep } from "node:timers/promises";

/** Repeats a look until it throws no more and returns its result; throws its last error after `timeoutMs`. */
export const eventually = async <T>(look: () => Promise<T>, timeoutMs = 20_000, periodMs = 300): Promise<T> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await look();
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await sleep(periodMs);
    }
  }
};
