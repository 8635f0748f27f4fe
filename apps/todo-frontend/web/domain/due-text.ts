import { wallTime } from "./zoned-time.ts";

/** When a task is due, as people say it. */
export interface DueText {
  readonly text: string;
  readonly when: "overdue" | "today" | "later";
}

const dayNumber = (wall: string): number => Date.parse(`${wall.slice(0, 10)}T00:00Z`) / 86_400_000;

/** The due date in words, as seen from `now` in `zone`. */
export function dueText(dueAt: string, now: number, zone: string, locale?: string): DueText {
  const due = wallTime(dueAt, zone);
  const today = wallTime(new Date(now).toISOString(), zone);
  const days = dayNumber(due) - dayNumber(today);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: zone }).format(Date.parse(dueAt));
  const sameYear = due.slice(0, 4) === today.slice(0, 4);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: zone,
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(Date.parse(dueAt));
  const day = days === 0 ? "Today" : days === 1 ? "Tomorrow" : days === -1 ? "Yesterday" : date;
  const when = Date.parse(dueAt) < now ? "overdue" : days === 0 ? "today" : "later";
  return { text: `${day}, ${time}`, when };
}
