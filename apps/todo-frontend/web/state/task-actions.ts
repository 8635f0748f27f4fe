import { batch } from "@preact/signals";
import type { NewTask, Task, TaskChange } from "@todo-platform/contracts";
import { callJson, messageOf, statusOf } from "../api/call.ts";
import { added, changed, confirmed } from "../domain/overlay.ts";
import type { Overlay } from "../domain/overlay.ts";
import { conflict } from "./conflict.ts";
import { keepInSight, overlay, settle } from "./task-store.ts";
import { showToast } from "./toasts.ts";

/** Shows the change at once, and takes it back when the service does not confirm it. */
async function attempt(change: Overlay, send: () => Promise<Task>): Promise<Task> {
  const takeBack = overlay(change);
  try {
    const task = await send();
    batch(() => {
      takeBack();
      settle((tasks) => confirmed(tasks, task));
    });
    return task;
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** A task that was changed elsewhere is shown beside what the user wants; one that is gone leaves the list. */
export async function meetChange(
  base: Task,
  change: TaskChange | undefined,
  status: number,
  keepMine: (theirs: Task) => void,
): Promise<boolean> {
  if (status !== 412 && status !== 404) return false;
  const theirs =
    status === 412 ? await callJson<Task>("GET", `/api/tasks/${base.id}`).catch(() => undefined) : undefined;
  if (!theirs) {
    settle((tasks) => tasks.filter(({ id }) => id !== base.id));
    showToast({ kind: "error", text: `“${base.title}” was deleted elsewhere.` });
    return true;
  }
  settle((tasks) => confirmed(tasks, theirs));
  conflict.value = { base, change, theirs, keepMine: () => keepMine(theirs) };
  return true;
}

let drafts = 0;

/**
 * Adds a task, which is listed at once.
 * @throws ApiError when the service refuses it; the list is as before then
 */
export async function addTask(fields: NewTask): Promise<Task> {
  const now = new Date().toISOString();
  const draft: Task = {
    ...fields,
    id: `draft-${++drafts}`,
    user_id: "",
    previous_id: null,
    completed: false,
    version: 0,
    created_at: now,
    updated_at: now,
  };
  const task = await attempt(added(draft), () => callJson<Task>("POST", "/api/tasks", { body: fields }));
  keepInSight(task.id);
  return task;
}

/** Whether the service has not confirmed the task yet. */
export const isDraft = (task: Task): boolean => task.version === 0;

/**
 * Changes a task, which shows at once. A conflict is put to the user.
 * @returns whether the change stands
 * @throws ApiError for every other refusal; the task is as before then
 */
export async function changeTask(task: Task, change: TaskChange): Promise<boolean> {
  const path = `/api/tasks/${task.id}`;
  try {
    await attempt(changed(task.id, change), () =>
      callJson<Task>("PATCH", path, { body: change, version: task.version }),
    );
    return true;
  } catch (error) {
    const keep = (theirs: Task): void => void changeOrTell(theirs, change);
    if (await meetChange(task, change, statusOf(error), keep)) return false;
    throw error;
  }
}

/** {@link changeTask} for a change that has no form to show what went wrong. */
export async function changeOrTell(task: Task, change: TaskChange): Promise<void> {
  try {
    await changeTask(task, change);
  } catch (error) {
    tell(`“${task.title}” is not changed. ${messageOf(error)}`, () => void changeOrTell(task, change));
  }
}

function tell(text: string, again: () => void): void {
  showToast({ kind: "error", text, action: { name: "Try again", run: again } });
}

/** Completes a task; the message offers to open it again. */
export async function completeTask(task: Task): Promise<void> {
  const change = { completed: true };
  try {
    const done = await attempt(changed(task.id, change), () =>
      callJson<Task>("POST", `/api/tasks/${task.id}/complete`, { version: task.version }),
    );
    const undo = { name: "Undo", run: () => void changeOrTell(done, { completed: false }) };
    showToast({ kind: "info", text: `Completed “${task.title}”.`, action: undo });
  } catch (error) {
    if (await meetChange(task, change, statusOf(error), (theirs) => void completeTask(theirs))) return;
    tell(`“${task.title}” is not completed. ${messageOf(error)}`, () => void completeTask(task));
  }
}
