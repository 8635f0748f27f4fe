import { randomUUID } from "node:crypto";
import { accountChange, chatRequest, newAccount, signIn } from "@todo-platform/contracts";
import type { AuditEntry, ChatMessage, Notification, ServiceStatus, Task } from "@todo-platform/contracts";
import { Problem, validate } from "@todo-platform/service-kit";
import type { Invocation } from "../../../support/fake-sidecar.ts";
import { FakeTasks } from "./fake-tasks.ts";

interface User {
  readonly password: string;
  email: string | null;
}

interface Call {
  readonly user: string;
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly ifMatch: string | undefined;
  readonly body: unknown;
}

const words: Readonly<Record<string, string>> = {
  "task.created": "Task added",
  "task.updated": "Task changed",
  "task.completed": "Task completed",
  "task.deleted": "Task deleted",
};

const statusOk: ServiceStatus = { status: "ok", parts: { cache: "ok", events: "ok" }, waiting_events: 0 };

const problemResponse = (problem: Problem): Response =>
  Response.json(problem, { status: problem.status, headers: { "content-type": "application/problem+json" } });

/** What the services behind the page answer, by their contracts and in memory; tests break it by `failing`. */
export class FakeApi {
  readonly users = new Map<string, User>([["ann", { password: "a good password", email: "ann@example.com" }]]);
  readonly tokens = new Map<string, string>();
  readonly notifications: Notification[] = [];
  readonly entries: AuditEntry[] = [];
  readonly conversations = new Map<string, ChatMessage[]>();
  readonly calls: string[] = [];
  /** Calls such as `GET /api/audit` that are answered 503; `*` stands for each. */
  readonly failing = new Set<string>();
  status = statusOk;
  /** Dates on which every recurring task comes again. */
  nextDates: readonly string[] = [];
  /** What the assistant answers. */
  answer: (message: string, user: string) => ChatMessage = (message) => ({
    role: "assistant",
    text: `You said: ${message}`,
    tools: [],
    at: new Date().toISOString(),
  });
  readonly tasks = new FakeTasks((event, task) => this.tell(event, task));

  /** Records an event in the notifications and in the audit trail. */
  tell(event_type: string, task: Task, created_at = new Date().toISOString(), message?: string): void {
    const { user_id, id: task_id, title } = task;
    const ids = { user_id, event_type, correlation_id: randomUUID() };
    const text = message ?? `${words[event_type]}: ${title}`;
    this.notifications.push({ ...ids, id: randomUUID(), task_id, title, message: text, created_at });
    const payload = event_type === "reminder.due" ? { title } : { task_data: task };
    const source = event_type === "reminder.due" ? "reminder-service" : "todo-backend";
    const sequence = this.entries.length + 1;
    this.entries.push({ ...ids, sequence, event_id: randomUUID(), source, timestamp: created_at, payload });
  }

  /** Answers an invocation as the apps would. */
  readonly answered = async ({ path, method, headers, body }: Invocation): Promise<Response> => {
    const url = new URL(path, "http://api");
    const name = `${method} ${url.pathname}`;
    this.calls.push(name);
    try {
      if (this.failing.has(name) || this.failing.has("*")) throw new Problem(503, "Something is broken.");
      const sent: unknown = body === "" ? undefined : JSON.parse(body);
      const open = this.#withoutSession(name, sent);
      if (open) return open;
      const user = this.tokens.get(headers["authorization"]?.slice("Bearer ".length) ?? "");
      if (user === undefined) throw new Problem(401, "Sign in first.");
      const parts = url.pathname.split("/").slice(2);
      const call = { user, method, parts, query: url.searchParams, ifMatch: headers["if-match"], body: sent };
      return this.#withSession(call, headers["authorization"] ?? "");
    } catch (error) {
      return problemResponse(error instanceof Problem ? error : new Problem(500, String(error)));
    }
  };

  #withoutSession(name: string, body: unknown): Response | undefined {
    if (name === "POST /api/accounts") {
      const { username, password, email } = validate(newAccount, body);
      if (this.users.has(username)) throw new Problem(409, "This user name is taken.");
      this.users.set(username, { password, email });
      return Response.json({ user_id: username, email }, { status: 201 });
    }
    if (name !== "POST /api/sessions") return undefined;
    const { username, password } = validate(signIn, body);
    if (this.users.get(username)?.password !== password) throw new Problem(401, "User name or password is wrong.");
    const token = randomUUID();
    this.tokens.set(token, username);
    return Response.json({ token, token_type: "Bearer", expires_in: 3600, user_id: username }, { status: 201 });
  }

  #withSession(call: Call, authorization: string): Response {
    const { user, method, parts } = call;
    switch (parts[0] ?? "") {
      case "tasks":
        return this.#tasks(call);
      case "sessions":
        this.tokens.delete(authorization.slice("Bearer ".length));
        return new Response(null, { status: 204 });
      case "account": {
        const known = this.users.get(user);
        if (known && method === "PATCH") known.email = validate(accountChange, call.body).email;
        return Response.json({ user_id: user, email: known?.email ?? null });
      }
      case "status":
        return Response.json(this.status);
      case "notifications":
        return Response.json({ notifications: this.notifications.filter(({ user_id }) => user_id === user) });
      case "audit":
        return Response.json({ entries: this.entries.filter(({ user_id }) => user_id === user).reverse() });
      case "events":
        return Response.json(this.#summary(user));
      case "recurring":
        return this.#series(call);
      case "chat":
        return this.#chat(call);
      default:
        throw new Problem(404, "There is no such API.");
    }
  }

  #tasks({ user, method, parts: [, id, action], query, ifMatch, body }: Call): Response {
    if (id === undefined && method === "POST") return Response.json(this.tasks.create(user, body), { status: 201 });
    if (id === undefined) return Response.json(this.tasks.list(user, query));
    if (action === "complete") return Response.json(this.tasks.change(user, id, { completed: true }, ifMatch));
    if (method === "PATCH") return Response.json(this.tasks.change(user, id, body, ifMatch));
    if (method === "GET") return Response.json(this.tasks.get(user, id));
    this.tasks.delete(user, id, ifMatch);
    return new Response(null, { status: 204 });
  }

  #summary(user: string): Record<string, number> {
    const count = (type: string): number =>
      this.entries.filter(({ event_type, user_id }) => event_type === type && user_id === user).length;
    return {
      created: count("task.created"),
      updated: count("task.updated"),
      deleted: count("task.deleted"),
      completed: count("task.completed"),
    };
  }

  #series({ user, parts: [, id = ""] }: Call): Response {
    const { recurrence, time_zone } = this.tasks.get(user, id);
    return Response.json({ task_id: id, recurrence, time_zone, next: this.nextDates });
  }

  #chat({ user, parts: [, id], body }: Call): Response {
    if (id !== undefined) {
      const messages = this.conversations.get(id);
      if (!messages) throw new Problem(404, "There is no such conversation.");
      return Response.json({ id, user_id: user, messages });
    }
    const { message, conversation_id = randomUUID() } = validate(chatRequest, body);
    const asked: ChatMessage = { role: "user", text: message, tools: [], at: new Date().toISOString() };
    const reply = this.answer(message, user);
    this.conversations.set(conversation_id, [...(this.conversations.get(conversation_id) ?? []), asked, reply]);
    return Response.json({ conversation_id, message: reply });
  }
}
