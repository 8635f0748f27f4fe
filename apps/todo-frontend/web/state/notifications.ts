import { signal } from "@preact/signals";
import type { Notification } from "@todo-platform/contracts";
import { call, statusOf } from "../api/call.ts";
import { takeEvents } from "../domain/event-stream.ts";
import { dropSession, sessionEnded } from "./session.ts";
import { showToast } from "./toasts.ts";
import { view } from "./view.ts";

const most = 50;
const pause = 1500;

export type LiveState = "" | "live" | "waiting";

/** The newest first. */
export const notifications = signal<readonly Notification[]>([]);
export const liveState = signal<LiveState>("");
/** How many came since the user last saw the list. */
export const unread = signal(0);

/** Whether the list is on the screen: a wide one shows it beside the tasks. */
const isSeen = (): boolean =>
  view.value === "notifications" || (view.value === "tasks" && matchMedia("(min-width: 70rem)").matches);

function take(news: readonly Notification[], isFirst: boolean): void {
  const known = new Set(notifications.value.map(({ id }) => id));
  const fresh = news.filter(({ id }) => !known.has(id));
  notifications.value = [...[...fresh].reverse(), ...notifications.value].slice(0, most);
  if (isFirst) return;
  if (!isSeen()) unread.value += fresh.length;
  for (const { event_type, message } of fresh) {
    if (event_type === "reminder.due") showToast({ kind: "info", text: message });
  }
}

/** EventSource cannot send the bearer token, so the stream is read by hand. */
async function listen(signal: AbortSignal, onNews: () => void): Promise<void> {
  const { body } = await call("GET", "/api/live", { signal });
  if (!body) return;
  let rest = "";
  let isFirst = true;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const taken = takeEvents(rest + chunk.value);
    rest = taken.rest;
    for (const { event, data } of taken.events) {
      if (data === "signed-out") dropSession(sessionEnded);
      else if (event === "state") liveState.value = data === "live" ? "live" : "waiting";
      if (event !== "notifications") continue;
      take(data as Notification[], isFirst && notifications.value.length === 0);
      isFirst = false;
      onNews();
    }
  }
}

/** Follows the user's notifications until `signal` is aborted; connects again whenever the connection ends. */
export async function followNotifications(signal: AbortSignal, onNews: () => void): Promise<void> {
  while (!signal.aborted) {
    try {
      await listen(signal, onNews);
    } catch (error) {
      if (statusOf(error) === 401) return;
    }
    if (signal.aborted) return;
    liveState.value = "waiting";
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Forgets the notifications, for the next user. */
export function clearNotifications(): void {
  notifications.value = [];
  liveState.value = "";
  unread.value = 0;
}
