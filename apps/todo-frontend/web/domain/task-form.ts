import type { NewTask, NotificationMethod, Task, TaskChange } from "@todo-platform/contracts";
import { isRule, presets } from "./recurrence-text.ts";
import { choiceOf, remindAt } from "./reminder-choice.ts";
import type { ReminderChoice } from "./reminder-choice.ts";
import { momentOf, wallTime } from "./zoned-time.ts";

/** The fields of the editor as their inputs hold them; times are those of the browser's clock. */
export interface TaskForm {
  readonly title: string;
  readonly description: string;
  readonly due: string;
  readonly priority: Task["priority"];
  /** Separated by commas. */
  readonly tags: string;
  /** A preset's rule, `custom`, or nothing. */
  readonly repeat: string;
  readonly rule: string;
  readonly remind: ReminderChoice;
  readonly remindTime: string;
  readonly method: NotificationMethod;
}

export const emptyForm: TaskForm = {
  title: "",
  description: "",
  due: "",
  priority: "medium",
  tags: "",
  repeat: "",
  rule: "",
  remind: "none",
  remindTime: "",
  method: "in_app",
};

/** A task as the editor shows it. */
export function formOf(task: Task, zone: string): TaskForm {
  const isPreset = presets.some(({ rule }) => rule === task.recurrence);
  return {
    title: task.title,
    description: task.description,
    due: task.due_at === null ? "" : wallTime(task.due_at, zone),
    priority: task.priority,
    tags: task.tags.join(", "),
    repeat: task.recurrence === null ? "" : isPreset ? task.recurrence : "custom",
    rule: task.recurrence ?? "",
    remind: choiceOf(task.remind_at, task.due_at),
    remindTime: task.remind_at === null ? "" : wallTime(task.remind_at, zone),
    method: task.notification_method,
  };
}

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

/** What the editor sends for a new task. */
export function newTaskOf(form: TaskForm, zone: string): NewTask {
  const due_at = form.due === "" ? null : momentOf(form.due, zone);
  const custom = form.remindTime === "" ? null : momentOf(form.remindTime, zone);
  const rule =
    form.repeat === "custom"
      ? form.rule
          .trim()
          .replace(/^RRULE:/i, "")
          .toUpperCase()
      : form.repeat;
  return {
    title: form.title.trim(),
    description: form.description,
    due_at,
    priority: form.priority,
    tags: tagsOf(form.tags),
    recurrence: rule === "" ? null : rule,
    time_zone: zone,
    remind_at: remindAt(form.remind, due_at, custom),
    notification_method: form.method,
  };
}

/**
 * What the editor sends to change a task: only the fields that the user changed, so that nothing else is overwritten.
 * The time zone goes along when the recurrence or its first date does.
 */
export function changeOf(task: Task, form: TaskForm, zone: string): TaskChange {
  const { time_zone, ...after } = newTaskOf(form, zone);
  const before = newTaskOf(formOf(task, zone), zone);
  const fields = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof NewTask]),
  );
  const change: TaskChange = Object.fromEntries(fields);
  const moved = after.recurrence !== null && ("recurrence" in change || "due_at" in change);
  return moved && task.time_zone !== time_zone ? { ...change, time_zone } : change;
}

/** What is wrong with the editor's fields, by the name of the API's field; the service checks all else. */
export function problemsOf(form: TaskForm): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const needsDue = form.remind !== "none" && form.remind !== "custom";
  const tags = tagsOf(form.tags);
  if (form.title.trim() === "") problems["title"] = "Give the task a title.";
  if (tags.length > 20) problems["tags"] = "A task has at most 20 tags.";
  if (tags.some((tag) => tag.length > 50)) problems["tags"] = "A tag has at most 50 characters.";
  if (form.repeat !== "" && form.due === "") problems["due_at"] = "A recurring task needs a due date: its first one.";
  else if (needsDue && form.due === "") problems["due_at"] = "This reminder needs a due date.";
  if (form.repeat === "custom" && !isRule(newTaskOf(form, "UTC").recurrence ?? ""))
    problems["recurrence"] = "Write a rule such as FREQ=WEEKLY;BYDAY=MO,TH.";
  if (form.remind === "custom" && form.remindTime === "") problems["remind_at"] = "Choose when to remind you.";
  return problems;
}
