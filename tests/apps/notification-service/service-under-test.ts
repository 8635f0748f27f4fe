import { randomUUID } from "node:crypto";
import { contact } from "@todo-platform/contracts";
import type { EventOf, Notification, Reminder } from "@todo-platform/contracts";
import { createBinding, createInvoker, createStateStore, DaprClient, signToken } from "@todo-platform/service-kit";
import { createApp } from "../../../apps/notification-service/src/app.ts";
import { createEmailChannel } from "../../../apps/notification-service/src/channels/email-channel.ts";
import { createPushChannel } from "../../../apps/notification-service/src/channels/push-channel.ts";
import { createContactClient } from "../../../apps/notification-service/src/clients/contact-client.ts";
import { createEventMemory } from "../../../apps/notification-service/src/stores/event-memory.ts";
import { createNotificationStore } from "../../../apps/notification-service/src/stores/notification-store.ts";
import { FakeSidecar } from "../../support/fake-sidecar.ts";
import type { Invocation } from "../../support/fake-sidecar.ts";
import { createMemoryLog } from "../../support/memory-log.ts";
import { runApp } from "../../support/running-app.ts";

/** What a route answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The notification service over a fake sidecar. */
export interface ServiceUnderTest {
  readonly sidecar: FakeSidecar;
  readonly log: ReturnType<typeof createMemoryLog>;
  /** Email addresses that the backend knows, by user. */
  readonly emails: Map<string, string | null>;
  /** Forgets everything and mends everything. */
  reset(): void;
  post(route: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  deliver(event: EventOf<"reminder.due">): Promise<Answer>;
  list(user: string): Promise<Notification[]>;
  stop(): Promise<void>;
}

const jwtKey = "a key that is long enough for HS256";

/** A reminder of user ann. */
export const reminderOf = (
  method: Reminder["notification_method"],
  change: Partial<Reminder> = {},
): EventOf<"reminder.due"> => ({
  event_id: randomUUID(),
  event_type: "reminder.due",
  event_version: "v1",
  timestamp: "2026-03-28T07:30:00.000Z",
  correlation_id: "reminder-1",
  source: "reminder-service",
  payload: {
    task_id: randomUUID(),
    user_id: "ann",
    title: "Buy milk",
    due_at: "2026-03-28T08:00:00.000Z",
    remind_at: "2026-03-28T07:30:00.000Z",
    notification_method: method,
    ...change,
  },
});

/** How the sidecar answers when a component fails. */
export const failure = (name: string, message: string): Response =>
  Response.json(
    { errorCode: "ERR_INVOKE_OUTPUT_BINDING", message: `error invoking output binding ${name}: ${message}` },
    { status: 500 },
  );

/** What bindings.smtp says of a mail that its server answered with `reply`. */
export const smtp = (reply: string): string =>
  `error from smtp binding, sending email failed: gomail: could not send email 1: ${reply}`;

/** Answers as the backend does. */
const backend =
  (emails: ReadonlyMap<string, string | null>) =>
  async ({ app, path, method }: Invocation): Promise<Response> => {
    const user = /^\/internal\/contacts\/([^/]+)$/.exec(path)?.[1];
    if (app !== "todo-backend" || method !== "GET" || user === undefined) return new Response(null, { status: 405 });
    const email = emails.get(decodeURIComponent(user));
    if (email === undefined) return new Response(null, { status: 404 });
    return Response.json(contact.parse({ user_id: decodeURIComponent(user), email }));
  };

function createAppOver(sidecar: FakeSidecar, log: ServiceUnderTest["log"]) {
  const dapr = new DaprClient({ port: sidecar.port });
  const state = createStateStore(dapr, "statestore");
  const channels = {
    email: createEmailChannel(createBinding(dapr, "mail"), createContactClient(createInvoker(dapr))),
    push: createPushChannel(createBinding(dapr, "push")),
  };
  const [notifications, deduplicator] = [createNotificationStore(state), createEventMemory(state)];
  return createApp({ log, appToken: "t", jwtKey, notifications, channels, deduplicator });
}

/** Starts one. */
export async function startNotificationService(): Promise<ServiceUnderTest> {
  const [sidecar, log, emails] = [await FakeSidecar.start(), createMemoryLog(), new Map<string, string | null>()];
  const running = await runApp(createAppOver(sidecar, log));
  const post: ServiceUnderTest["post"] = async (route, body, headers = {}) => {
    const all = { "content-type": "application/json", "dapr-api-token": "t", ...headers };
    const answer = await fetch(running.url + route, { method: "POST", headers: all, body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    sidecar,
    log,
    emails,
    post,
    reset() {
      sidecar.state.clear();
      sidecar.down.clear();
      sidecar.bindings.length = 0;
      sidecar.bound = () => new Response(null, { status: 204 });
      sidecar.invoked = backend(emails);
      emails.clear();
      emails.set("ann", "ann@example.org").set("bob", "bob@example.org").set("joe", null);
      log.lines.length = 0;
    },
    deliver(event) {
      const { event_id: id, event_type: type, source } = event;
      return post("/reminders", { specversion: "1.0", id, type, source, data: event });
    },
    async list(user) {
      const headers = { "dapr-api-token": "t", authorization: `Bearer ${await signToken(jwtKey, user)}` };
      const answer = await fetch(`${running.url}/api/notifications`, { headers });
      return ((await answer.json()) as { notifications: Notification[] }).notifications;
    },
    async stop() {
      await running.stop();
      await sidecar.stop();
    },
  };
}
