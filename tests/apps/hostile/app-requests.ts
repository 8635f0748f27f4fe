import { completion, newOccurrence, reminder, replayRequest, sendNotification } from "@todo-platform/contracts";
import type { AppId } from "@todo-platform/contracts";
import fc from "fast-check";
import { z } from "zod";
import { hostileBodies, hostileHeaders } from "./hostile-values.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { RawRequest } from "./send-raw.ts";

/** A route that only other apps and sidecars call. */
export interface AppRoute {
  readonly app: AppId;
  readonly method: string;
  readonly path: string;
  /** What its body has to be; undefined where it needs none. */
  readonly body?: z.ZodType;
}

/** Those of the topology that bring no events, and those of operators. */
export const appRoutes: readonly AppRoute[] = [
  { app: "notification-service", method: "POST", path: "/send-notification", body: sendNotification },
  { app: "notification-service", method: "GET", path: "/api/notifications" },
  { app: "recurring-task-service", method: "POST", path: "/process-completion", body: completion },
  { app: "recurring-task-service", method: "POST", path: "/generate-recurring-tasks" },
  { app: "recurring-task-service", method: "GET", path: "/api/recurring/{id}" },
  { app: "reminder-service", method: "POST", path: "/schedule-reminder", body: reminder },
  { app: "reminder-service", method: "POST", path: "/check-and-send-reminders" },
  { app: "reminder-service", method: "POST", path: "/job/{id}" },
  { app: "reminder-service", method: "POST", path: "/job/reminder-{id}" },
  { app: "audit-service", method: "POST", path: "/api/jobs/daily-cleanup" },
  { app: "audit-service", method: "POST", path: "/dead-letters/replay", body: replayRequest },
  { app: "audit-service", method: "GET", path: "/dead-letters?limit={id}" },
  { app: "audit-service", method: "GET", path: "/api/audit?task_id={id}" },
  { app: "todo-backend", method: "POST", path: "/internal/occurrences", body: newOccurrence },
  { app: "todo-backend", method: "GET", path: "/internal/unfinished-series" },
  { app: "todo-backend", method: "GET", path: "/internal/due-reminders?after=2030-01-01T00:00:00Z&until={id}" },
  { app: "todo-backend", method: "GET", path: "/internal/contacts/{id}" },
  { app: "event-service", method: "GET", path: "/api/events/summary" },
  { app: "mcp-tools", method: "POST", path: "/mcp", body: z.unknown() },
];

const ids = fc.constantFrom(
  ...["%00", "%E0%A4%A", "..", "%2e%2e%2f", "'", "x".repeat(3000), "2030-01-01T00:00:00Z", "0000-01-01T00:00:00Z"],
  ...[
    "9999-12-31T23:59:59-23:59",
    "bob",
    "__proto__",
    "00000000-0000-4000-8000-000000000000",
    "-1",
    "1e9",
    "%F0%9F%A7%A8",
  ],
);

/** Requests to `route`, without the token of the app. */
export function requestsTo({ method, path, body }: AppRoute): fc.Arbitrary<RawRequest> {
  const schema = body && (z.toJSONSchema(body, { io: "input" }) as JsonSchema);
  return fc.record({
    method: fc.constant(method),
    path: ids.map((id) => path.replace("{id}", () => id)),
    headers: hostileHeaders,
    body: schema ? hostileBodies(schema, () => ({})) : fc.constantFrom(undefined, "{}", "x"),
  });
}
