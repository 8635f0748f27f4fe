/** When to remind: not at all, some minutes before the task is due, or at a time of its own. */
export type ReminderChoice = "none" | "0" | "15" | "60" | "1440" | "custom";

export const reminderChoices: readonly { readonly value: ReminderChoice; readonly name: string }[] = [
  { value: "none", name: "No reminder" },
  { value: "0", name: "When it is due" },
  { value: "15", name: "15 minutes before" },
  { value: "60", name: "1 hour before" },
  { value: "1440", name: "1 day before" },
  { value: "custom", name: "At another time" },
];

/** The choice that a task's reminder stands for. */
export function choiceOf(remindAt: string | null, dueAt: string | null): ReminderChoice {
  if (remindAt === null) return "none";
  if (dueAt === null) return "custom";
  const minutes = String((Date.parse(dueAt) - Date.parse(remindAt)) / 60_000);
  return reminderChoices.find(({ value }) => value === minutes)?.value ?? "custom";
}

/** When to remind, by a choice; null without a reminder, or when the choice needs a due date that is not there. */
export function remindAt(choice: ReminderChoice, dueAt: string | null, custom: string | null): string | null {
  if (choice === "none") return null;
  if (choice === "custom") return custom;
  return dueAt === null ? null : new Date(Date.parse(dueAt) - Number(choice) * 60_000).toISOString();
}
