import { signal } from "@preact/signals";
import type { Task, TaskChange } from "@todo-platform/contracts";

/** A change that met another one: the user decides which stands. */
export interface Conflict {
  /** The task as the user saw it. */
  readonly base: Task;
  /** What the user wants; undefined to delete the task. */
  readonly change: TaskChange | undefined;
  /** The task as it is now. */
  readonly theirs: Task;
  /** Does what the user wants to the task as it is now. */
  readonly keepMine: () => void;
}

export const conflict = signal<Conflict | undefined>(undefined);
