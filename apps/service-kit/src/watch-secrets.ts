import { setTimeout as delay } from "node:timers/promises";
import type { SecretStore } from "./secret-store.ts";

/** Shortest time between two looks, in milliseconds; the longest is twice that, so that replicas end one by one. */
const defaultPause = 20_000;

/** A secret store that remembers what was read, and tells when it is not so any more. */
export interface WatchedSecrets extends SecretStore {
  /**
   * Waits until a secret that was read has another value.
   * @param signal ends the wait
   * @returns the secret's name; undefined when the signal came first
   */
  untilChanged(signal: AbortSignal): Promise<string | undefined>;
}

/** `store`, watched by reading again; a store that is down has changed nothing. */
export function watchSecrets(store: SecretStore, pause = defaultPause): WatchedSecrets {
  const read = new Map<string, { readonly name: string; readonly key: string; readonly value: string }>();
  const remember = (name: string, key: string, value: string): void =>
    void read.set(`${name}/${key}`, { name, key, value });
  const findChanged = async (): Promise<string | undefined> => {
    for (const { name, key, value } of read.values())
      if ((await store.read(name, key).catch(() => value)) !== value) return name;
    return undefined;
  };
  return {
    async read(name, key) {
      const value = await store.read(name, key);
      remember(name, key, value);
      return value;
    },
    async readIfThere(name, keys) {
      const values = await store.readIfThere(name, keys);
      if (values) for (const key of keys) remember(name, key, values[key]);
      return values;
    },
    async untilChanged(signal) {
      for (;;) {
        await delay(pause * (1 + Math.random()), undefined, { signal, ref: false }).catch(() => undefined);
        if (signal.aborted) return undefined;
        const name = await findChanged();
        if (name !== undefined) return name;
      }
    },
  };
}
