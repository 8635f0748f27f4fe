import type { AuditEntry } from "@todo-platform/contracts";

const words: Readonly<Record<string, string>> = {
  "task.created": "Added",
  "task.updated": "Changed",
  "task.deleted": "Deleted",
  "task.completed": "Completed",
  "reminder.due": "Reminded",
  "user.signed-up": "Signed up",
  "user.signed-in": "Signed in",
  "user.signed-out": "Signed out",
  "user.sign-in-refused": "Sign-in refused",
  "secret.read": "Secret read",
  "dead-letter.replayed": "Event replayed",
};

interface Payload {
  readonly action?: string;
  readonly title?: string;
  readonly task_data?: { readonly title?: string };
}

/** One line of the audit trail in words: what was done, and to which task. */
export function activityText({ event_type, payload }: AuditEntry): { action: string; kind: string; subject: string } {
  const { action, title, task_data } = (payload ?? {}) as Payload;
  const kind = action ?? event_type;
  return { action: words[kind] ?? kind, kind, subject: task_data?.title ?? title ?? "" };
}

/** Entries under the day on which they happened, in the order in which they come. */
export function byDay(entries: readonly AuditEntry[], dayOf: (moment: string) => string): [string, AuditEntry[]][] {
  const days = new Map<string, AuditEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.timestamp);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
