import { todoTopology } from "@todo-platform/contracts";
import type { AppId, TopicSpec } from "@todo-platform/contracts";
import type { Express, Router } from "express";
import { expect, test } from "vitest";
import { createApp as createAudit } from "../../apps/audit-service/src/app.ts";
import { createApp as createEventService } from "../../apps/event-service/src/app.ts";
import { createApp as createNotification } from "../../apps/notification-service/src/app.ts";
import { createApp as createBackend } from "../../apps/todo-backend/src/app.ts";
import { createApp as createFrontend } from "../../apps/todo-frontend/src/app.ts";
import { createMemoryLog } from "../support/memory-log.ts";

const log = createMemoryLog();
const common = { log, appToken: "t", jwtKey: "key" };
const unused = {} as never;
const created: Record<AppId, Express> = {
  "todo-frontend": createFrontend({ log, invoker: unused, webRoot: ".", stopping: new AbortController().signal }),
  "todo-backend": createBackend({ ...common, demoUser: unused, tasks: unused, notifyUser: unused }),
  "notification-service": createNotification({ ...common, notifications: unused, deduplicator: unused }),
  "audit-service": createAudit({ ...common, audit: unused, deadLetters: unused }),
  "event-service": createEventService({ ...common, summaries: unused, memory: unused }),
};

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Record<string, boolean> };
  readonly handle: { readonly stack?: Layer[] };
}

/** POST routes outside of the users' API: what only a sidecar calls. */
function sidecarRoutes(router: Router): string[] {
  const layers = (router as unknown as { stack: Layer[] }).stack;
  const found = layers.flatMap(({ route, handle }) => {
    if (route) return route.methods["post"] ? [route.path] : [];
    return handle.stack ? sidecarRoutes(handle as unknown as Router) : [];
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
  return [...topics.filter((route) => route !== undefined), ...letters, ...invoked, ...scheduled].sort();
}

/** The backend's routes stand below /api, which its router's paths do not show. */
const ofUsers = ["/sessions", "/tasks", "/tasks/:id/complete"];

test.each(Object.keys(created) as AppId[])("%s has exactly the POST routes of the topology", (app) => {
  const routes = sidecarRoutes(created[app].router).filter((path) => !ofUsers.includes(path));
  expect(routes).toEqual(expectedRoutes(app));
});
