import { DaprError } from "./dapr-client.ts";
import type { DaprClient } from "./dapr-client.ts";
import { concurrencies, consistencies, createDaprSdk, throwFailure } from "./dapr-sdk.ts";

/** A value and the ETag with which it was read; no ETag when the key does not exist. */
export interface StateEntry<Value> {
  readonly value: Value | undefined;
  readonly etag: string | undefined;
}

/** How a value is saved. */
export interface SaveOptions {
  /** Seconds after which the value is gone. */
  readonly ttl?: number;
  /** The ETag the key must still have; undefined: the key must not exist yet. Leave `ifUnchanged` out to overwrite. */
  readonly ifUnchanged?: { readonly etag: string | undefined };
}

/** State through the sidecar, with strong consistency. Every method throws DaprError when the store is down. */
export interface StateStore {
  get(key: string): Promise<StateEntry<unknown>>;
  /** Saves and answers true; answers false when `ifUnchanged` does not hold any more. */
  save(key: string, value: unknown, options?: SaveOptions): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/** A first write that lost: 409, or for a key that exists already the PostgreSQL component's own message. */
const isConflict = (error: unknown): boolean =>
  error instanceof DaprError && (error.status === 409 || error.message.includes("no item was updated"));

/** The state store that component `store` stands for. */
export function createStateStore(dapr: DaprClient, store: string): StateStore {
  const { state: sdk } = createDaprSdk(dapr);
  // Not by the SDK, which reads a value without its ETag.
  const pathOf = (key: string): string => `/state/${store}/${encodeURIComponent(key)}?consistency=strong`;
  return {
    async get(key) {
      const response = await dapr.call(pathOf(key));
      const text = await response.text();
      if (response.status === 204 || text === "") return { value: undefined, etag: undefined };
      return { value: JSON.parse(text) as unknown, etag: response.headers.get("etag") ?? undefined };
    },
    async save(key, value, { ttl, ifUnchanged } = {}) {
      const concurrency = ifUnchanged ? "CONCURRENCY_FIRST_WRITE" : "CONCURRENCY_LAST_WRITE";
      const item = {
        key,
        value,
        ...(ifUnchanged?.etag === undefined ? {} : { etag: ifUnchanged.etag }),
        ...(ttl === undefined ? {} : { metadata: { ttlInSeconds: String(ttl) } }),
        options: {
          consistency: consistencies.CONSISTENCY_STRONG,
          concurrency: concurrencies[concurrency],
        },
      };
      const { error } = await sdk.save(store, [item]);
      if (ifUnchanged && isConflict(error)) return false;
      throwFailure({ ...(error ? { error } : {}) });
      return true;
    },
    async delete(key) {
      const options = { consistency: consistencies.CONSISTENCY_STRONG };
      throwFailure(await sdk.delete(store, encodeURIComponent(key), options));
    },
  };
}
