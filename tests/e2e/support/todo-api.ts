import { randomUUID } from "node:crypto";
import type { AuditEntry, Notification, Task } from "@todo-platform/contracts";
import type { TestPlatform } from "../../support/platform-setup.ts";

/** The API behind the UI's port, as one user. */
export interface TodoApi {
  readonly user: string;
  readonly authorization: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  addTask(title: string, headers?: Record<string, string>): Promise<Task>;
  /** Adds a task with more than a title. */
  add(fields: object): Promise<Task>;
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

const sender =
  ({ ui }: TestPlatform) =>
  (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
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

/** Signs in through the UI's port, as the demo user unless others are named. */
export const signIn = async (platform: TestPlatform, credentials = platform.demo): Promise<TodoApi> => {
  const send = sender(platform);
  const { token } = await answered<{ token: string }>(await send("POST", "/api/sessions", credentials), 201);
  const authorization = `Bearer ${token}`;
  const call: TodoApi["call"] = (method, path, body, headers) =>
    send(method, path, body, { authorization, ...headers });
  const add = async (fields: object): Promise<Task> => answered<Task>(await call("POST", "/api/tasks", fields), 201);
  return {
    user: credentials.username,
    authorization,
    call,
    add,
    addTask: async (title, headers) => answered<Task>(await call("POST", "/api/tasks", { title }, headers), 201),
    tasks: async () => (await answered<{ tasks: Task[] }>(await call("GET", "/api/tasks"), 200)).tasks,
    notifications: async () =>
      (await answered<{ notifications: Notification[] }>(await call("GET", "/api/notifications"), 200)).notifications,
    audit: async (query) =>
      (await answered<{ entries: AuditEntry[] }>(await call("GET", `/api/audit?limit=500&${query}`), 200)).entries,
  };
};

/** Gets an account of its own for a test and signs in. */
export const signUp = async (platform: TestPlatform, name: string, email: string | null = null): Promise<TodoApi> => {
  const credentials = { username: `${name}-${randomUUID().slice(0, 8)}`, password: "a good password" };
  await answered(await sender(platform)("POST", "/api/accounts", { ...credentials, email }), 201);
  return signIn(platform, credentials);
};
