import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { isNarrowed, noFilter } from "../domain/task-list.ts";
import type { TaskFilter } from "../domain/task-list.ts";
import { Icon } from "../parts/icon.tsx";
import { filter, knownTags, setFilter } from "../state/task-store.ts";

/** Milliseconds after the last key that the service is asked. */
const pause = 250;

const statuses: readonly [TaskFilter["status"], string][] = [
  ["open", "Open"],
  ["completed", "Done"],
  ["all", "All"],
];

const sorts: readonly [TaskFilter["sort"], string][] = [
  ["due_at", "Due first"],
  ["-due_at", "Due last"],
  ["-priority", "Urgent first"],
  ["-created_at", "Newest first"],
  ["created_at", "Oldest first"],
  ["title", "Title A–Z"],
];

const priorities: readonly [TaskFilter["priority"], string][] = [
  ["", "Priority"],
  ["high", "High"],
  ["medium", "Medium"],
  ["low", "Low"],
];

function Choice<Value extends string>({
  name,
  label,
  value,
  options,
  onChoose,
}: {
  name: string;
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}) {
  return (
    <select
      class={value === options[0]?.[0] ? "" : "chosen"}
      aria-label={label}
      data-testid={`filter-${name}`}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as Value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Search() {
  const text = useSignal(filter.value.search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (filter.value.search === "") text.value = "";
  }, [filter.value.search]);
  const search = (value: string): void => {
    text.value = value;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setFilter({ search: value.trim() }), pause);
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        aria-label="Search tasks"
        aria-keyshortcuts="/"
        placeholder="Search"
        data-testid="search"
        maxLength={200}
        value={text.value}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </div>
  );
}

/** Which tasks are listed, and in which order. */
export function FilterBar() {
  const { status, priority, tag, sort } = filter.value;
  const tags = tag !== "" && !knownTags.value.includes(tag) ? [tag, ...knownTags.value] : knownTags.value;
  return (
    <div class="filters" role="group" aria-label="Filter and order">
      <fieldset class="segments">
        <legend class="hidden-text">Status</legend>
        {statuses.map(([value, text]) => (
          <label key={value}>
            <input
              type="radio"
              name="status"
              data-testid={`filter-${value}`}
              checked={status === value}
              onChange={() => setFilter({ status: value })}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <Search />
      <div class="choices">
        <Choice
          name="priority"
          label="Priority"
          value={priority}
          options={priorities}
          onChoose={(value) => setFilter({ priority: value })}
        />
        <Choice
          name="tag"
          label="Tag"
          value={tag}
          options={[["", "Tag"], ...tags.map((name) => [name, name] as const)]}
          onChoose={(value) => setFilter({ tag: value })}
        />
        <Choice
          name="sort"
          label="Order"
          value={sort}
          options={sorts}
          onChoose={(value) => setFilter({ sort: value })}
        />
        {isNarrowed(filter.value) && (
          <button
            type="button"
            class="link"
            data-testid="clear-filters"
            onClick={() => setFilter({ ...noFilter, sort })}
          >
            Clear
          </button>
        )}
      </div>
    </div>
  );
}
