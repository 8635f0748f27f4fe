import type { Task } from "@todo-platform/contracts";
import { dueText } from "../domain/due-text.ts";
import { recurrenceText } from "../domain/recurrence-text.ts";
import { localZone } from "../domain/zoned-time.ts";
import { focusNeighbour } from "../parts/focus-neighbour.ts";
import { Icon } from "../parts/icon.tsx";
import { momentText } from "../parts/moment.tsx";
import { editTask } from "../state/editing.ts";
import { changeOrTell, completeTask, isDraft } from "../state/task-actions.ts";
import { deleteTask } from "../state/task-deletion.ts";
import { setFilter } from "../state/task-store.ts";

const Due = ({ task }: { task: Task }) => {
  if (task.due_at === null) return null;
  const { text, when } = dueText(task.due_at, Date.now(), localZone());
  const late = when === "overdue" && !task.completed;
  return (
    <span class={late ? "due overdue" : `due ${when}`}>
      <Icon name="calendar" />
      <time dateTime={task.due_at}>{text}</time>
      {late && <span> overdue</span>}
    </span>
  );
};

const Details = ({ task }: { task: Task }) => (
  <div class="details">
    <Due task={task} />
    {task.priority !== "medium" && (
      <span class={`priority ${task.priority}`}>
        <Icon name="flag" />
        {task.priority === "high" ? "High" : "Low"}
        <span class="hidden-text"> priority</span>
      </span>
    )}
    {task.recurrence && (
      <span>
        <Icon name="repeat" />
        {recurrenceText(task.recurrence)}
      </span>
    )}
    {task.remind_at && !task.completed && (
      <span title={momentText(task.remind_at)}>
        <Icon name="bell" />
        <span class="hidden-text">Reminder {momentText(task.remind_at)}</span>
      </span>
    )}
    {(task.tags ?? []).map((tag) => (
      <button
        key={tag}
        type="button"
        class="tag"
        aria-label={`Show tasks tagged ${tag}`}
        onClick={() => setFilter({ tag })}
      >
        #{tag}
      </button>
    ))}
  </div>
);

/** A line of the list. */
export function TaskItem({ task }: { task: Task }) {
  const toggle = (): void => void (task.completed ? changeOrTell(task, { completed: false }) : completeTask(task));
  const { title, completed } = task;
  return (
    <li
      class={`task${completed ? " done" : ""}${isDraft(task) ? " draft" : ""}`}
      data-testid="task-item"
      data-task-id={task.id}
      data-completed={String(completed)}
    >
      <button
        type="button"
        class={`check ${task.priority}`}
        role="checkbox"
        aria-checked={completed}
        aria-label={`Completed: ${title}`}
        data-testid="complete-task"
        disabled={isDraft(task)}
        onClick={(event) => {
          focusNeighbour(event.currentTarget);
          toggle();
        }}
      >
        <Icon name="check" />
      </button>
      <div class="what">
        <button
          type="button"
          class="open-task"
          data-testid="edit-task"
          data-row
          disabled={isDraft(task)}
          onClick={() => editTask(task)}
        >
          <span class="name">{title}</span>
          <span class="hidden-text"> – edit</span>
        </button>
        {task.description && <p class="description">{task.description}</p>}
        <Details task={task} />
      </div>
      <button
        type="button"
        class="icon-button delete"
        aria-label={`Delete: ${title}`}
        data-testid="delete-task"
        disabled={isDraft(task)}
        onClick={(event) => {
          focusNeighbour(event.currentTarget);
          deleteTask(task);
        }}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}
