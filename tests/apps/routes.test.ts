import { todoTopology } from "@todo-platform/contracts";
import type { AppId, TopicSpec } from "@todo-platform/contracts";
import type { Express, Router } from "express";
import { expect, test } from "vitest";
import { createApp as createAudit } from "../../apps/audit-service/src/app.ts";
import { createApp as createEventService } from "../../apps/event-service/src/app.ts";
import { createApp as createMcpTools } from "../../apps/mcp-tools/src/app.ts";
import { createApp as createNotification } from "../../apps/notification-service/src/app.ts";
import { createApp as createRecurring } from "../../apps/recurring-task-service/src/app.ts";
import { createApp as createReminder } from "../../apps/reminder-service/src/app.ts";
import { createApp as createBackend } from "../../apps/todo-backend/src/app.ts";
import { createApp as createFrontend } from "../../apps/todo-frontend/src/app.ts";
import { createMemoryLog } from "../support/memory-log.ts";

const log = createMemoryLog();
const common = { log, appToken: "t", jwtKey: "key" };
const unused = {} as never;
const created: Record<AppId, Express> = {
  "todo-frontend": createFrontend({ log, invoker: unused, webRoot: ".", stopping: new AbortController().signal }),
  "todo-backend": createBackend({ ...common, requestLimit: 1 } as never),
  "notification-service": createNotification({
    ...common,
    notifications: unused,
    channels: unused,
    deduplicator: unused,
  }),
  "audit-service": createAudit({ ...common, audit: unused, deadLetters: unused, replay: unused }),
  "recurring-task-service": createRecurring({ ...common, series: unused, tasks: unused }),
  "reminder-service": createReminder({ ...common, jobs: unused, reminders: unused, sent: unused, publisher: unused }),
  "mcp-tools": createMcpTools({ ...common, invoker: unused }),
  "event-service": createEventService({ ...common, summaries: unused, memory: unused }),
};

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: Layer[] };
  match(path: string): { readonly path?: string } | undefined;
}

/** POST routes outside of the users' API: what only a sidecar calls. */
function sidecarRoutes(router: Router): string[] {
  const layers = (router as unknown as { stack: Layer[] }).stack;
  const found = layers.flatMap((layer) => {
    const { route, handle } = layer;
    if (route) return route.methods["post"] ? [route.path] : [];
    const prefix = layer.match("/internal")?.path ?? "";
    return handle.stack ? sidecarRoutes(handle as unknown as Router).map((path) => prefix + path) : [];
  });
  return found.sort();
}

/** What the topology says that sidecars POST to `app`. */
function expectedRoutes(app: AppId): string[] {
  const topics = Object.values<TopicSpec>(todoTopology.topics).flatMap(({ subscribers }) => [
    subscribers[app]?.route,
    ...Object.values(subscribers[app]?.routes ?? {}),
  ]);
  const letters = todoTopology.deadLetters.app === app ? [todoTopology.deadLetters.route] : [];
  const invoked = todoTopology.invocations
    .filter(
      ({ to, path, verbs }) => to === app && !path.startsWith("/api/") && (verbs as readonly string[]).includes("POST"),
    )
    .map(({ path }) => path);
  const scheduled = Object.values(todoTopology.schedules)
    .filter((schedule) => schedule.app === app)
    .map(({ route }) => route);
  const jobs = "jobs" in todoTopology.apps[app] ? ["/job/:name"] : [];
  return [
    ...new Set([...topics.filter((route) => route !== undefined), ...letters, ...invoked, ...scheduled, ...jobs]),
  ].sort();
}

/** The backend's routes for users stand below /api, which its router's paths do not show. */
const ofUsers = ["/accounts", "/chat", "/sessions", "/tasks", "/tasks/:id/complete"];
/** Called by operators through the apiserver, with the app's token. */
const ofOperators = ["/dead-letters/replay"];

test.each(Object.keys(created) as AppId[])("%s has exactly the POST routes of the topology", (app) => {
  const routes = sidecarRoutes(created[app].router).filter((path) => ![...ofUsers, ...ofOperators].includes(path));
  expect(routes).toEqual(expectedRoutes(app));
});
