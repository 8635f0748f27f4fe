import type { TaskCache } from "./task-cache.ts";
import type { TaskStore } from "./task-store.ts";

/** `store` with `cache` beside it: single reads ask the cache first, every change refreshes it before it is answered. */
export const withCache = (store: TaskStore, cache: TaskCache): TaskStore => ({
  ...store,
  async find(user, id) {
    const hit = await cache.get(user, id);
    if (hit === "deleted") return undefined;
    if (hit) return hit;
    const task = await store.find(user, id);
    if (task) await cache.put(task);
    return task;
  },
  async create(user, fields) {
    const task = await store.create(user, fields);
    // Not waited for: until it is there, a read asks the database.
    void cache.putNew(task);
    return task;
  },
  async change(user, id, change) {
    const task = await store.change(user, id, change);
    if (task) await cache.put(task);
    return task;
  },
  async remove(user, id, check) {
    const task = await store.remove(user, id, check);
    if (task) await cache.remove(task);
    return task;
  },
});
