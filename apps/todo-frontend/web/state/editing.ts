import { signal } from "@preact/signals";
import type { Task } from "@todo-platform/contracts";
import { emptyForm, formOf } from "../domain/task-form.ts";
import type { TaskForm } from "../domain/task-form.ts";
import { localZone } from "../domain/zoned-time.ts";

/** What the editor is open for: a task, or a new one. */
export interface Editing {
  readonly task: Task | undefined;
  readonly form: TaskForm;
}

export const editing = signal<Editing | undefined>(undefined);

export const editNew = (title = ""): void => {
  editing.value = { task: undefined, form: { ...emptyForm, title } };
};

export const editTask = (task: Task): void => {
  editing.value = { task, form: formOf(task, localZone()) };
};
