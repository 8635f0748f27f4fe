import { randomUUID } from "node:crypto";
import { newTask, taskChange, taskQuery } from "@todo-platform/contracts";
import type { NewTask, Task, TaskChange, TaskPage } from "@todo-platform/contracts";
import { Problem, validate } from "@todo-platform/service-kit";
import { inOrder, isListed } from "../../../../apps/todo-frontend/web/domain/task-list.ts";

/** Told of each change, by the name of its event. */
export type OnChange = (event: string, task: Task) => void;

/** Tasks in memory, with the rules of the API: own tasks only, versions, pages. */
export class FakeTasks {
  readonly all: Task[] = [];
  readonly #onChange: OnChange;

  constructor(onChange: OnChange) {
    this.#onChange = onChange;
  }

  /** A task as if it had been there before. */
  put(user: string, fields: Partial<Task> & Pick<NewTask, "title">): Task {
    const now = new Date().toISOString();
    const { title, ...more } = fields;
    const own = { id: randomUUID(), user_id: user, previous_id: null, completed: false, version: 1 };
    const task = { ...newTask.parse({ title }), ...own, created_at: now, updated_at: now, ...more };
    this.all.push(task);
    return task;
  }

  create(user: string, body: unknown): Task {
    const task = this.put(user, validate(newTask, body));
    this.#onChange("task.created", task);
    return task;
  }

  list(user: string, sent: URLSearchParams): TaskPage {
    const query = validate(taskQuery, Object.fromEntries(sent));
    const { status, priority = "", tag = "", search = "", sort, limit, cursor = "0" } = query;
    const found = this.all.filter((task) => task.user_id === user);
    const filter = { status, priority, tag, search, sort } as const;
    const listed = inOrder(
      found.filter((task) => isListed(task, filter)),
      sort,
    );
    const end = Number(cursor) + limit;
    return { tasks: listed.slice(Number(cursor), end), next_cursor: end < listed.length ? String(end) : null };
  }

  get(user: string, id: string): Task {
    const task = this.all.find((known) => known.id === id && known.user_id === user);
    if (!task) throw new Problem(404, "There is no such task.");
    return task;
  }

  /** Also a change of another window, when there is no `ifMatch`. */
  change(user: string, id: string, body: unknown, ifMatch?: string): Task {
    const before = this.#matching(user, id, ifMatch);
    const fields = Object.entries(validate(taskChange, body)).filter(([, value]) => value !== undefined);
    const change: TaskChange = Object.fromEntries(fields);
    const after = { ...before, ...change, version: before.version + 1, updated_at: new Date().toISOString() } as Task;
    this.all[this.all.indexOf(before)] = after;
    this.#onChange(after.completed && !before.completed ? "task.completed" : "task.updated", after);
    return after;
  }

  delete(user: string, id: string, ifMatch?: string): void {
    const task = this.#matching(user, id, ifMatch);
    this.all.splice(this.all.indexOf(task), 1);
    this.#onChange("task.deleted", task);
  }

  #matching(user: string, id: string, ifMatch: string | undefined): Task {
    const task = this.get(user, id);
    if (ifMatch !== undefined && ifMatch !== `"${task.version}"`)
      throw new Problem(412, `The task has changed meanwhile: it is at version ${task.version}.`);
    return task;
  }
}
