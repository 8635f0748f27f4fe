import { task, taskPage } from "@todo-platform/contracts";
import type { HttpVerb, Task, TaskPage } from "@todo-platform/contracts";
import type { Invoker } from "@todo-platform/service-kit";

/** The backend refused, with the reason for the user. */
export class Refused extends Error {}

/** The user's tasks, by the backend's API. */
export interface TaskApi {
  list(filter: Readonly<Record<string, string>>): Promise<TaskPage>;
  create(fields: unknown): Promise<Task>;
  change(id: string, fields: unknown): Promise<Task>;
  complete(id: string): Promise<Task>;
  remove(id: string): Promise<void>;
}

interface ProblemBody {
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

async function reasonOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as ProblemBody;
  const details = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer.slice(1) || "body"}: ${detail}`);
  return [problem.detail ?? `The backend answered ${answer.status}.`, ...details].join(" ");
}

/** Calls the backend as the user whom `authorization` names. */
export function createTaskApi(invoker: Invoker, authorization: string): TaskApi {
  const call = async (path: string, verb: HttpVerb, fields?: unknown): Promise<Response> => {
    const body = fields === undefined ? {} : { body: JSON.stringify(fields) };
    const headers = { authorization, "content-type": "application/json" };
    const options = { headers, expect: (status: number) => status >= 400 && status < 500, ...body };
    const answer = await invoker.invoke("todo-backend", path, verb, options);
    if (!answer.ok) throw new Refused(await reasonOf(answer));
    return answer;
  };
  const pathOf = (id: string): string => `/api/tasks/${encodeURIComponent(id)}`;
  const asTask = async (answer: Promise<Response>): Promise<Task> => task.parse(await (await answer).json());
  return {
    list: async (filter) =>
      taskPage.parse(await (await call(`/api/tasks?${new URLSearchParams(filter)}`, "GET")).json()),
    create: (fields) => asTask(call("/api/tasks", "POST", fields)),
    change: (id, fields) => asTask(call(pathOf(id), "PATCH", fields)),
    complete: (id) => asTask(call(`${pathOf(id)}/complete`, "POST")),
    remove: async (id) => void (await call(pathOf(id), "DELETE")),
  };
}
