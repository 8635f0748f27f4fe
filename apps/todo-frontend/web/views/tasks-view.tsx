import { useSignal } from "@preact/signals";
import { messageOf } from "../api/call.ts";
import { isNarrowed, noFilter } from "../domain/task-list.ts";
import { Empty, LoadState } from "../parts/load-state.tsx";
import { cursor, filter, loadMore, loadTasks, phase, setFilter, tasks } from "../state/task-store.ts";
import { AddForm } from "./add-form.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { NotificationsPanel } from "./notifications-panel.tsx";
import { TaskItem } from "./task-item.tsx";

/** Arrow keys go from task to task. */
function walk(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const item = document.activeElement?.closest("li");
  const next = rows[rows.findIndex((row) => item?.contains(row)) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function More() {
  const isBusy = useSignal(false);
  const error = useSignal("");
  const more = async (): Promise<void> => {
    isBusy.value = true;
    error.value = "";
    await loadMore().catch((caught: unknown) => (error.value = messageOf(caught)));
    isBusy.value = false;
  };
  return (
    <div class="more">
      {error.value && (
        <p class="notice error" role="alert">
          {error.value}
        </p>
      )}
      <button type="button" class="quiet" data-testid="load-more" disabled={isBusy.value} onClick={() => void more()}>
        {isBusy.value ? "Loading …" : "Load more"}
      </button>
    </div>
  );
}

const Nothing = () =>
  isNarrowed(filter.value) ? (
    <Empty icon="search" title="No task fits.">
      <button type="button" class="quiet" onClick={() => setFilter({ ...noFilter, sort: filter.value.sort })}>
        Show all open tasks
      </button>
    </Empty>
  ) : (
    <Empty icon="check" title="No open tasks.">
      <p class="muted">
        Add one above, or press <kbd>n</kbd> anywhere.
      </p>
    </Empty>
  );

/** The list of tasks. */
export function TasksView() {
  const list = tasks.value;
  const open = list.filter((task) => !task.completed).length;
  const count = `${open}${cursor.value === null ? "" : "+"} open`;
  return (
    <div class="columns">
      <section class="main-column" aria-labelledby="tasks-heading">
        <h1 id="tasks-heading">
          Tasks{" "}
          <span class="count" data-testid="open-count">
            {phase.value.is === "ready" || list.length > 0 ? count : ""}
          </span>
        </h1>
        <AddForm />
        <FilterBar />
        <LoadState
          phase={phase.value}
          isEmpty={list.length === 0}
          empty={<div data-testid="task-state">{<Nothing />}</div>}
          failure="Your tasks cannot be loaded."
          retry={() => void loadTasks()}
        >
          <ul class="list" data-testid="task-list" aria-label="Tasks" onKeyDown={walk}>
            {list.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
          {cursor.value !== null && <More />}
        </LoadState>
      </section>
      <aside class="side-column" aria-label="Notifications">
        <NotificationsPanel heading="h2" />
      </aside>
    </div>
  );
}
