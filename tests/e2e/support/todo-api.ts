import type { AuditEntry, Notification, Task } from "@todo-platform/contracts";
import type { TestPlatform } from "../../support/platform-setup.ts";

/** The API behind the UI's port, as the demo user. */
export interface TodoApi {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  addTask(title: string, headers?: Record<string, string>): Promise<Task>;
  tasks(): Promise<Task[]>;
  notifications(): Promise<Notification[]>;
  /** Entries of the audit trail that `query` asks for, such as `task_id=...`. */
  audit(query: string): Promise<AuditEntry[]>;
}

const answered = async <T>(response: Response, status: number): Promise<T> => {
  if (response.status !== status)
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
};

/** Signs in through the UI's port. */
export const signIn = async ({ ui, demo }: TestPlatform): Promise<TodoApi> => {
  const send = (method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> =>
    fetch(`${ui}${path}`, {
      method,
      headers: {
        connection: "close",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
  const { token } = await answered<{ token: string }>(await send("POST", "/api/sessions", demo, {}), 201);
  const call: TodoApi["call"] = (method, path, body, headers) =>
    send(method, path, body, { authorization: `Bearer ${token}`, ...headers });
  return {
    call,
    addTask: async (title, headers) => answered<Task>(await call("POST", "/api/tasks", { title }, headers), 201),
    tasks: async () => (await answered<{ tasks: Task[] }>(await call("GET", "/api/tasks"), 200)).tasks,
    notifications: async () =>
      (await answered<{ notifications: Notification[] }>(await call("GET", "/api/notifications"), 200)).notifications,
    audit: async (query) =>
      (await answered<{ entries: AuditEntry[] }>(await call("GET", `/api/audit?limit=500&${query}`), 200)).entries,
  };
};
