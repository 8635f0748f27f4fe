import { reminderChoices } from "../domain/reminder-choice.ts";
import type { TaskForm } from "../domain/task-form.ts";
import { described, Field } from "../parts/field.tsx";
import type { EditorParts } from "./task-editor.tsx";

/** When and how to be reminded. */
export function ReminderFields({ form, problems, set }: EditorParts) {
  const { remind, remindTime, method } = form.value;
  const problem = problems.value["remind_at"];
  return (
    <>
      <div class="row">
        <Field id="remind" label="Reminder">
          <select
            id="remind"
            data-testid="task-remind"
            value={remind}
            onChange={(event) => set({ remind: event.currentTarget.value as TaskForm["remind"] })}
          >
            {reminderChoices.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        {remind !== "none" && (
          <Field id="method" label="Remind by">
            <select
              id="method"
              data-testid="task-method"
              value={method}
              onChange={(event) => set({ method: event.currentTarget.value as TaskForm["method"] })}
            >
              <option value="in_app">This page</option>
              <option value="email">Email, too</option>
              <option value="push">Push, too</option>
            </select>
          </Field>
        )}
      </div>
      {remind === "custom" && (
        <Field id="remind-time" label="Remind at" problem={problem}>
          <input
            {...described("remind-time", problem)}
            type="datetime-local"
            data-testid="task-remind-time"
            value={remindTime}
            onInput={(event) => set({ remindTime: event.currentTarget.value })}
          />
        </Field>
      )}
    </>
  );
}
