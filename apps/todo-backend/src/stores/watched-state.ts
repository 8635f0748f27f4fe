import type { StateStore } from "@todo-platform/service-kit";

/** A state store that remembers whether it has answered last time. */
export interface WatchedState extends StateStore {
  /** True until a call has failed, and again after one that has not. */
  isAvailable(): boolean;
}

/** `store`, watched. */
export function watchState(store: StateStore): WatchedState {
  let available = true;
  const watched = async <T>(call: Promise<T>): Promise<T> => {
    try {
      const result = await call;
      available = true;
      return result;
    } catch (error) {
      available = false;
      throw error;
    }
  };
  return {
    isAvailable: () => available,
    get: (key) => watched(store.get(key)),
    getAll: (keys) => watched(store.getAll(keys)),
    save: (key, value, options) => watched(store.save(key, value, options)),
    saveAll: (items, options) => watched(store.saveAll(items, options)),
    delete: (key) => watched(store.delete(key)),
  };
}
