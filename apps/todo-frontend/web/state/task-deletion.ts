import { batch } from "@preact/signals";
import type { Task } from "@todo-platform/contracts";
import { call, messageOf, statusOf } from "../api/call.ts";
import { removed } from "../domain/overlay.ts";
import { meetChange } from "./task-actions.ts";
import { overlay, settle } from "./task-store.ts";
import { closeToast, showToast, toastTime } from "./toasts.ts";

const waiting = new Map<string, (leaving: boolean) => Promise<void>>();

async function remove(task: Task, takeBack: () => void, leaving: boolean): Promise<void> {
  try {
    await call("DELETE", `/api/tasks/${task.id}`, { version: task.version, keepalive: leaving });
    batch(() => {
      takeBack();
      settle((tasks) => tasks.filter(({ id }) => id !== task.id));
    });
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) settle((tasks) => tasks.filter(({ id }) => id !== task.id));
    takeBack();
    if (status === 404 || status === 401) return;
    if (await meetChange(task, undefined, status, deleteNow)) return;
    const action = { name: "Try again", run: () => deleteNow(task) };
    showToast({ kind: "error", text: `“${task.title}” is not deleted. ${messageOf(error)}`, action });
  }
}

const deleteNow = (task: Task): void => void remove(task, overlay(removed(task.id)), false);

/** Takes a task off the list; the service deletes it when the time to undo that has passed. */
export function deleteTask(task: Task): void {
  const takeBack = overlay(removed(task.id));
  const commit = async (leaving: boolean): Promise<void> => {
    clearTimeout(timer);
    waiting.delete(task.id);
    closeToast(toast);
    await remove(task, takeBack, leaving);
  };
  const timer = setTimeout(() => void commit(false), toastTime - 1000);
  const undo = (): void => {
    clearTimeout(timer);
    waiting.delete(task.id);
    takeBack();
  };
  const toast = showToast({ kind: "info", text: `Deleted “${task.title}”.`, action: { name: "Undo", run: undo } });
  waiting.set(task.id, commit);
}

/** Deletes what waits, now: the page is about to be left. */
export async function deleteWaiting(): Promise<void> {
  await Promise.all([...waiting.values()].map((commit) => commit(true)));
}

addEventListener("pagehide", () => void deleteWaiting());
