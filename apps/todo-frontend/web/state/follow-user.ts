import { loadActivity, clearActivity } from "./activity.ts";
import { newConversation } from "./assistant.ts";
import { conflict } from "./conflict.ts";
import { editing } from "./editing.ts";
import { clearNotifications, followNotifications } from "./notifications.ts";
import { watchStatus } from "./service-status.ts";
import { clearTasks, loadTasks } from "./task-store.ts";
import { toasts } from "./toasts.ts";
import { view } from "./view.ts";

/** Milliseconds in which several pieces of news are one. */
const together = 200;
/** The audit trail follows a notification within moments. */
const later = 1200;

/** Reads what the user sees, and keeps it up to date until the function that it returns is called. */
export function followUser(): () => void {
  const leave = new AbortController();
  let timers: ReturnType<typeof setTimeout>[] = [];
  const readActivity = (): void => {
    if (view.value === "activity") loadActivity();
  };
  const onNews = (): void => {
    timers.forEach(clearTimeout);
    timers = [setTimeout(() => void loadTasks(), together), setTimeout(readActivity, together)];
    timers.push(setTimeout(readActivity, later));
  };
  void loadTasks();
  void followNotifications(leave.signal, onNews);
  watchStatus(leave.signal, onNews);
  return () => {
    leave.abort();
    timers.forEach(clearTimeout);
    clearTasks();
    clearActivity();
    clearNotifications();
    newConversation();
    toasts.value = [];
    conflict.value = undefined;
    editing.value = undefined;
  };
}
