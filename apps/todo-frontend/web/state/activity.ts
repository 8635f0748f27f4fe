import type { AuditEntry, EventSummary } from "@todo-platform/contracts";
import { callJson } from "../api/call.ts";
import { loaded } from "./loading.ts";

const step = 50;
const most = 500;
let limit = step;

/** What the user did lately, the newest first. */
export const activity = loaded<readonly AuditEntry[]>([], async () => {
  const { entries } = await callJson<{ entries: AuditEntry[] }>("GET", `/api/audit?limit=${limit}`);
  return entries;
});

/** How many events of each kind there were. */
export const summary = loaded<EventSummary | undefined>(undefined, () =>
  callJson<EventSummary>("GET", "/api/events/summary"),
);

/** Whether there may be older entries than those that were read. */
export const hasOlder = (): boolean => activity.value.value.length >= limit && limit < most;

/** Reads further back. */
export async function loadOlder(): Promise<void> {
  limit = Math.min(most, limit + step);
  await activity.load();
}

export function loadActivity(): void {
  void activity.load();
  void summary.load();
}

/** Forgets the activity, for the next user. */
export function clearActivity(): void {
  limit = step;
  activity.reset();
  summary.reset();
}
