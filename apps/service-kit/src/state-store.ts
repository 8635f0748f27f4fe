import { DaprError } from "./dapr-client.ts";
import type { DaprClient } from "./dapr-client.ts";
import { concurrencies, consistencies, createDaprSdk, throwFailure } from "./dapr-sdk.ts";
import type { HealthCheck } from "./health.ts";

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
  /** Reads many keys in one call; answers with the values of those that exist. */
  getAll(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** Saves and answers true; answers false when `ifUnchanged` does not hold any more. */
  save(key: string, value: unknown, options?: SaveOptions): Promise<boolean>;
  /** Overwrites many keys in one call. It may have saved some when it throws. */
  saveAll(items: readonly { key: string; value: unknown }[], options?: Pick<SaveOptions, "ttl">): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What the components of PostgreSQL and of Redis, by its script, say of a key that exists already. */
const exists = /no item was updated|user_script:\s?\d+: failed to set key/;

/** A first write that lost: 409, or for a key that exists already the component's own message. */
const isConflict = (error: unknown): boolean =>
  error instanceof DaprError && (error.status === 409 || exists.test(error.message));

/** One key of a bulk read as the sidecar answers it; a key that does not exist has no data. */
interface BulkItem {
  readonly key: string;
  readonly data?: unknown;
  readonly error?: string;
}

const ttlOf = (ttl: number | undefined) => (ttl === undefined ? {} : { metadata: { ttlInSeconds: String(ttl) } });

/** Whether `state` answers. */
export const stateCheck =
  (state: StateStore): HealthCheck =>
  () =>
    state.get("health-check");

/** The state store that component `store` stands for. */
export function createStateStore(dapr: DaprClient, store: string): StateStore {
  const { state: sdk } = createDaprSdk(dapr);
  // Not by the SDK, which reads a value without its ETag.
  const pathOf = (key: string): string => `/state/${store}/${encodeURIComponent(key)}?consistency=strong`;
  const get: StateStore["get"] = async (key) => {
    const response = await dapr.call(pathOf(key));
    const text = await response.text();
    if (response.status === 204 || text === "") return { value: undefined, etag: undefined };
    return { value: JSON.parse(text) as unknown, etag: response.headers.get("etag") ?? undefined };
  };
  return {
    get,
    async getAll(keys) {
      const [first, second] = keys;
      if (first !== undefined && second === undefined) {
        const { value } = await get(first);
        return new Map(value === undefined ? [] : [[first, value]]);
      }
      const items = (await sdk.getBulk(store, [...keys])) as unknown as readonly BulkItem[];
      const failed = items.find(({ error }) => error);
      if (failed) throw new DaprError(500, `${failed.key} cannot be read: ${failed.error}`);
      return new Map(items.flatMap(({ key, data }) => (data === undefined || data === null ? [] : [[key, data]])));
    },
    async saveAll(items, { ttl } = {}) {
      const concurrency = concurrencies.CONCURRENCY_LAST_WRITE;
      const options = { consistency: consistencies.CONSISTENCY_STRONG, concurrency };
      const objects = items.map((item) => ({ ...item, ...ttlOf(ttl), options }));
      throwFailure(await sdk.save(store, objects));
    },
    async save(key, value, { ttl, ifUnchanged } = {}) {
      const concurrency = ifUnchanged ? "CONCURRENCY_FIRST_WRITE" : "CONCURRENCY_LAST_WRITE";
      const item = {
        key,
        value,
        ...(ifUnchanged?.etag === undefined ? {} : { etag: ifUnchanged.etag }),
        ...ttlOf(ttl),
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
