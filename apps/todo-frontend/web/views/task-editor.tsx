import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { messageOf, problemsOfCall } from "../api/call.ts";
import { changeOf, newTaskOf, problemsOf } from "../domain/task-form.ts";
import type { TaskForm } from "../domain/task-form.ts";
import { localZone } from "../domain/zoned-time.ts";
import { Dialog } from "../parts/dialog.tsx";
import { described, Field } from "../parts/field.tsx";
import { editing } from "../state/editing.ts";
import type { Editing } from "../state/editing.ts";
import { addTask, changeTask } from "../state/task-actions.ts";
import { NextDates } from "./next-dates.tsx";
import { ReminderFields } from "./reminder-fields.tsx";
import { RepeatFields } from "./repeat-fields.tsx";

/** What the parts of the editor share. */
export interface EditorParts {
  readonly form: Signal<TaskForm>;
  readonly problems: Signal<Readonly<Record<string, string>>>;
  readonly set: (change: Partial<TaskForm>) => void;
}

const close = (): void => {
  editing.value = undefined;
};

const TextFields = ({ form, problems, set }: EditorParts) => (
  <>
    <Field id="title" label="Title" problem={problems.value["title"]}>
      <input
        {...described("title", problems.value["title"])}
        data-autofocus
        data-testid="task-title"
        maxLength={200}
        autocomplete="off"
        value={form.value.title}
        onInput={(event) => set({ title: event.currentTarget.value })}
      />
    </Field>
    <Field id="description" label="Description" problem={problems.value["description"]}>
      <textarea
        {...described("description", problems.value["description"])}
        data-testid="task-description"
        rows={2}
        maxLength={10_000}
        value={form.value.description}
        onInput={(event) => set({ description: event.currentTarget.value })}
      />
    </Field>
  </>
);

const PlainFields = ({ form, problems, set }: EditorParts) => (
  <div class="row">
    <Field id="due" label="Due" problem={problems.value["due_at"]}>
      <input
        {...described("due", problems.value["due_at"])}
        type="datetime-local"
        data-testid="task-due"
        value={form.value.due}
        onInput={(event) => set({ due: event.currentTarget.value })}
      />
    </Field>
    <Field id="priority" label="Priority">
      <select
        id="priority"
        data-testid="task-priority"
        value={form.value.priority}
        onChange={(event) => set({ priority: event.currentTarget.value as TaskForm["priority"] })}
      >
        <option value="low">Low</option>
        <option value="medium">Medium</option>
        <option value="high">High</option>
      </select>
    </Field>
  </div>
);

/** Sends what the editor holds; answers whether it may close. */
async function save({ task }: Editing, form: TaskForm): Promise<void> {
  const zone = localZone();
  if (!task) return void (await addTask(newTaskOf(form, zone)));
  const change = changeOf(task, form, zone);
  if (Object.keys(change).length > 0) await changeTask(task, change);
}

/** Adds a task with all its fields, or changes one. */
export function TaskEditor({ target }: { target: Editing }) {
  const form = useSignal(target.form);
  const problems = useSignal<Readonly<Record<string, string>>>({});
  const error = useSignal("");
  const isBusy = useSignal(false);
  const { task } = target;
  const parts: EditorParts = { form, problems, set: (change) => (form.value = { ...form.value, ...change }) };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    problems.value = problemsOf(form.value);
    error.value = "";
    if (Object.keys(problems.value).length === 0) {
      isBusy.value = true;
      try {
        await save(target, form.value);
        close();
      } catch (caught) {
        problems.value = problemsOfCall(caught);
        error.value = messageOf(caught);
      }
      isBusy.value = false;
    }
    requestAnimationFrame(() => element.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  return (
    <Dialog id="task-editor" title={task ? "Edit task" : "New task"} onClose={close}>
      <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
        {error.value && (
          <p class="notice error" role="alert" data-testid="editor-error">
            {error.value}
          </p>
        )}
        <TextFields {...parts} />
        <PlainFields {...parts} />
        <RepeatFields {...parts} />
        {task?.recurrence && form.value.repeat !== "" && <NextDates task={task} />}
        <ReminderFields {...parts} />
        <p class="hint">Times are those of {localZone().replaceAll("_", " ")}.</p>
        <footer>
          <button type="button" class="quiet" data-testid="cancel-task" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="primary" data-testid="save-task" disabled={isBusy.value}>
            {isBusy.value ? "Saving …" : task ? "Save" : "Add task"}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
