import type { Task, TaskChange } from "@todo-platform/contracts";
import { recurrenceText } from "./recurrence-text.ts";

/** One field of a conflict: what it was changed to elsewhere, and what this user wants, if anything. */
export interface ConflictRow {
  readonly name: string;
  readonly before: string;
  readonly theirs: string;
  readonly mine: string | undefined;
}

type Field = Exclude<keyof TaskChange, "time_zone">;
type Show = (value: never, time: (moment: string) => string) => string;

const text: Show = (value: string) => (value === "" ? "empty" : value);
const moment: Show = (value: string | null, time) => (value === null ? "none" : time(value));
const methods = { in_app: "In the app", email: "Email", push: "Push" };

const fields: Readonly<Record<Field, readonly [name: string, show: Show]>> = {
  title: ["Title", text],
  description: ["Description", text],
  due_at: ["Due", moment],
  priority: ["Priority", text],
  tags: ["Tags", (value: string[]) => (value.length > 0 ? value.join(", ") : "none")],
  recurrence: ["Repeats", (value: string | null) => (value === null ? "no" : recurrenceText(value))],
  remind_at: ["Reminder", moment],
  notification_method: ["Remind by", (value: keyof typeof methods) => methods[value]],
  completed: ["Status", (value: boolean) => (value ? "Done" : "Open")],
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was changed elsewhere since `base`, and what `mine` would make of it. */
export function conflictRows(
  base: Task,
  mine: TaskChange,
  theirs: Task,
  time: (moment: string) => string,
): ConflictRow[] {
  return (Object.keys(fields) as Field[])
    .filter((field) => !same(base[field], theirs[field]) || (field in mine && !same(mine[field], theirs[field])))
    .map((field) => {
      const [name, show] = fields[field];
      const shown = (value: unknown): string => show(value as never, time);
      const wanted = field in mine ? shown(mine[field]) : undefined;
      return { name, before: shown(base[field]), theirs: shown(theirs[field]), mine: wanted };
    });
}
