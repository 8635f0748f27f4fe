import { useSignal } from "@preact/signals";
import { messageOf } from "../api/call.ts";
import { emptyForm, newTaskOf } from "../domain/task-form.ts";
import { localZone } from "../domain/zoned-time.ts";
import { Icon } from "../parts/icon.tsx";
import { addTask } from "../state/task-actions.ts";
import { editNew } from "../state/editing.ts";

/** One line to add a task by its title; the editor takes all else. */
export function AddForm() {
  const title = useSignal("");
  const error = useSignal("");
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = title.value.trim();
    if (text === "") return;
    title.value = "";
    error.value = "";
    try {
      await addTask(newTaskOf({ ...emptyForm, title: text }, localZone()));
    } catch (caught) {
      if (title.value === "") title.value = text;
      error.value = messageOf(caught);
    }
  };
  const edit = (): void => {
    editNew(title.value);
    title.value = "";
  };
  return (
    <>
      <form class="add" data-testid="add-form" aria-label="New task" onSubmit={(event) => void add(event)}>
        <Icon name="plus" />
        <input
          id="task-input"
          data-testid="task-input"
          aria-label="What is to be done?"
          aria-keyshortcuts="n"
          placeholder="Add a task"
          autocomplete="off"
          maxLength={200}
          value={title.value}
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
        <button type="button" class="quiet" data-testid="task-details" aria-label="Add with details" onClick={edit}>
          Details
        </button>
        <button type="submit" class="primary" data-testid="add-task">
          Add<span class="hidden-text"> task</span>
        </button>
      </form>
      {error.value && (
        <p class="notice error" role="alert" data-testid="task-error">
          {error.value}
        </p>
      )}
    </>
  );
}
