import type { Task, TaskChange } from "@todo-platform/contracts";

/** A change that is shown although the service has not confirmed it yet. */
export type Overlay = (tasks: readonly Task[]) => readonly Task[];

/** What the user sees: what was read, with each unconfirmed change on top. Without its overlay a change is undone. */
export const withOverlays = (tasks: readonly Task[], overlays: readonly Overlay[]): readonly Task[] =>
  overlays.reduce((list, overlay) => overlay(list), tasks);

export const added =
  (task: Task): Overlay =>
  (tasks) => [task, ...tasks.filter(({ id }) => id !== task.id)];

export const changed =
  (id: string, change: TaskChange): Overlay =>
  (tasks) =>
    tasks.map((task) => (task.id === id ? { ...task, ...withoutUndefined(change) } : task));

export const removed =
  (id: string): Overlay =>
  (tasks) =>
    tasks.filter((task) => task.id !== id);

/** The list after the service confirmed a task. */
export const confirmed = (tasks: readonly Task[], task: Task): Task[] =>
  tasks.some(({ id }) => id === task.id)
    ? tasks.map((known) => (known.id === task.id && known.version <= task.version ? task : known))
    : [task, ...tasks];

const withoutUndefined = (change: TaskChange): Partial<Task> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
