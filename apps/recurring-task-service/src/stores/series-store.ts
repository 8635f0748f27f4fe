import { setTimeout as delay } from "node:timers/promises";
import type { Task } from "@todo-platform/contracts";
import type { StateStore } from "@todo-platform/service-kit";
import { z } from "zod";

/** How often a change is tried when other replicas write the same series. */
const attempts = 20;
/** Seconds for which an ended series is remembered, so that an older event does not bring it back. */
const endedMemory = 24 * 60 * 60;

const stored = z.object({
  user_id: z.string(),
  /** Of the task that it was read from: an older one changes nothing. */
  version: z.int().positive(),
  /** Null when the task does not come again: deleted, completed, or no recurring task any more. */
  series: z.object({ recurrence: z.string(), time_zone: z.string(), due_at: z.string() }).nullable(),
});

type Stored = z.infer<typeof stored>;

/** A recurring task that is open. */
export interface StoredSeries extends NonNullable<Stored["series"]> {
  readonly user_id: string;
}

/** The recurring tasks of all users, as the task events tell of them. */
export interface SeriesStore {
  /** Keeps what an event says of a task, unless a later version is known. */
  keep(task: Task): Promise<void>;
  /** Forgets a deleted task. */
  end(task: Task): Promise<void>;
  find(taskId: string): Promise<StoredSeries | undefined>;
}

const keyOf = (taskId: string): string => `series-${taskId}`;

const seriesOf = ({ recurrence, time_zone, due_at, completed }: Task): Stored["series"] =>
  recurrence === null || due_at === null || completed ? null : { recurrence, time_zone, due_at };

/** Whether `series` of `version` says something new. A deletion has the version of the task that was deleted. */
function changes(known: Stored | undefined, version: number, series: Stored["series"]): boolean {
  if (!known) return series !== null;
  return known.version === version ? series === null && known.series !== null : known.version < version;
}

/** Series in a state store, one value a task, replaced only when nobody else has replaced it meanwhile. */
export function createSeriesStore(state: StateStore): SeriesStore {
  const read = async (taskId: string) => {
    const { value, etag } = await state.get(keyOf(taskId));
    return { known: value === undefined ? undefined : stored.parse(value), etag };
  };
  const write = async ({ id, user_id, version }: Task, series: Stored["series"]): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { known, etag } = await read(id);
      if (!changes(known, version, series)) return;
      const options = { ...(series === null ? { ttl: endedMemory } : {}), ifUnchanged: { etag } };
      if (await state.save(keyOf(id), { user_id, version, series }, options)) return;
      await delay(Math.random() * 10 * (attempt + 1));
    }
    throw new Error("the series was changed too often by others");
  };
  return {
    keep: (task) => write(task, seriesOf(task)),
    end: (task) => write(task, null),
    async find(taskId) {
      const { known } = await read(taskId);
      return known?.series ? { ...known.series, user_id: known.user_id } : undefined;
    },
  };
}
