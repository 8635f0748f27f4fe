import type { Task, TaskQuery } from "@todo-platform/contracts";

/** What the user asked to see; an empty text asks for all. */
export interface TaskFilter {
  readonly status: TaskQuery["status"];
  readonly priority: Task["priority"] | "";
  readonly tag: string;
  readonly search: string;
  readonly sort: TaskQuery["sort"];
}

export const noFilter: TaskFilter = { status: "open", priority: "", tag: "", search: "", sort: "due_at" };

/** Whether less is shown than all open tasks. */
export const isNarrowed = ({ status, priority, tag, search }: TaskFilter): boolean =>
  status !== "open" || priority !== "" || tag !== "" || search.trim() !== "";

/** The query of `GET /api/tasks` for a filter. */
export function queryOf(filter: TaskFilter, limit: number, cursor?: string): string {
  const query = new URLSearchParams({ status: filter.status, sort: filter.sort, limit: String(limit) });
  for (const name of ["priority", "tag", "search"] as const) {
    if (filter[name].trim() !== "") query.set(name, filter[name].trim());
  }
  if (cursor !== undefined) query.set("cursor", cursor);
  return query.toString();
}

/** Whether the service would list the task, so that a change shows at once. */
export function isListed(task: Task, filter: TaskFilter): boolean {
  const text = `${task.title}\n${task.description}`.toLowerCase();
  return (
    (filter.status === "all" || task.completed === (filter.status === "completed")) &&
    (filter.priority === "" || task.priority === filter.priority) &&
    (filter.tag === "" || task.tags.includes(filter.tag)) &&
    text.includes(filter.search.trim().toLowerCase())
  );
}

const ranks: Readonly<Record<Task["priority"], number>> = { low: 1, medium: 2, high: 3 };

const keys = {
  created_at: (task: Task) => Date.parse(task.created_at),
  due_at: (task: Task) => (task.due_at === null ? Number.NaN : Date.parse(task.due_at)),
  priority: (task: Task) => ranks[task.priority],
  title: (task: Task) => task.title.toLowerCase(),
};

/** Puts tasks into the order that was asked for; those without a due date come last either way. */
export function inOrder(tasks: readonly Task[], sort: TaskFilter["sort"]): Task[] {
  const turned = sort.startsWith("-") ? -1 : 1;
  const key = keys[sort.replace("-", "") as keyof typeof keys];
  return [...tasks].sort((one, other) => {
    const [first, second] = [key(one), key(other)];
    if (Number.isNaN(first) || Number.isNaN(second)) return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    const order = first < second ? -1 : first > second ? 1 : 0;
    return order * turned || other.created_at.localeCompare(one.created_at);
  });
}

/**
 * Takes over what a reading brought, but never an older version of a task than is known.
 * @param keep ids of tasks that stay although they were not read: those just added that come on a later page
 */
export function mergeRead(known: readonly Task[], read: readonly Task[], keep: ReadonlySet<string>): Task[] {
  const versions = new Map(known.map((task) => [task.id, task]));
  const ids = new Set(read.map(({ id }) => id));
  const merged = read.map((task) => {
    const before = versions.get(task.id);
    return before && before.version > task.version ? before : task;
  });
  return [...merged, ...known.filter(({ id }) => keep.has(id) && !ids.has(id))];
}
