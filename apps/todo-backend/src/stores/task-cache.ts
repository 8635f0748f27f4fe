import { task as taskSchema } from "@todo-platform/contracts";
import type { Task } from "@todo-platform/contracts";
import type { Logger, StateStore } from "@todo-platform/service-kit";
import { z } from "zod";

/** Seconds that a cached task lives. */
const ttl = 3600;
/** How often a write is repeated when other replicas write the same key. */
const attempts = 5;

const cached = z.discriminatedUnion("deleted", [
  z.object({ deleted: z.literal(false), version: z.int(), task: taskSchema }),
  z.object({ deleted: z.literal(true), version: z.int() }),
]);
type Cached = z.infer<typeof cached>;

/**
 * Tasks in the state store, beside the database. It is never needed: when the store is down, reads answer undefined and
 * writes are only logged. A cached task is replaced by a newer version only, so a slow reader or writer cannot put an old
 * one back; a deleted task leaves a mark for the same reason.
 */
export interface TaskCache {
  /** The cached task, `"deleted"`, or undefined when the database has to be asked. */
  get(user: string, id: string): Promise<Task | "deleted" | undefined>;
  put(task: Task): Promise<void>;
  /** Puts a task that nobody can have cached yet. */
  putNew(task: Task): Promise<void>;
  remove(task: Task): Promise<void>;
}

const keyOf = (user: string, id: string): string => `user-${user}-task-${id}`;

/** A cache in `state`. */
export function createTaskCache(state: StateStore, log: Logger): TaskCache {
  const guarded = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.warn(`the task cache is not available: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  const toEntry = (task: Task): Cached => ({ deleted: false, version: task.version, task });
  const replace = (key: string, entry: Cached): Promise<void> =>
    guarded(async () => {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const { value, etag } = await state.get(key);
        const current = cached.safeParse(value);
        if (current.success && current.data.version >= entry.version) return;
        if (await state.save(key, entry, { ttl, ifUnchanged: { etag } })) return;
      }
      await state.delete(key);
    });
  return {
    get: (user, id) =>
      guarded(async () => {
        const { data } = cached.safeParse((await state.get(keyOf(user, id))).value);
        if (!data) return undefined;
        if (data.deleted) return "deleted";
        return data.task.user_id === user && data.task.id === id ? data.task : undefined;
      }),
    put: (task) => replace(keyOf(task.user_id, task.id), toEntry(task)),
    putNew: (task) =>
      guarded(async () => {
        await state.save(keyOf(task.user_id, task.id), toEntry(task), { ttl, ifUnchanged: { etag: undefined } });
      }),
    remove: (task) => replace(keyOf(task.user_id, task.id), { deleted: true, version: task.version + 1 }),
  };
}
