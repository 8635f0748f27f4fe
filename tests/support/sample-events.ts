import { randomUUID } from "node:crypto";
import type { EventOf, Task } from "@todo-platform/contracts";

/** A valid task of `user`. */
export const sampleTask = (user = "demo", change: Partial<Task> = {}): Task => ({
  id: randomUUID(),
  user_id: user,
  title: "Buy milk",
  description: "",
  due_at: null,
  priority: "medium",
  tags: [],
  recurrence: null,
  time_zone: "UTC",
  remind_at: null,
  notification_method: "in_app",
  previous_id: null,
  completed: false,
  version: 1,
  created_at: "2026-01-02T03:04:05.000Z",
  updated_at: "2026-01-02T03:04:05.000Z",
  ...change,
});

/** A valid event that `task` was added. */
export const sampleCreated = (task: Task = sampleTask()): EventOf<"task.created"> => ({
  event_id: randomUUID(),
  event_type: "task.created",
  event_version: "v1",
  timestamp: task.created_at,
  correlation_id: "click-1",
  source: "todo-backend",
  payload: {
    event_type: "task.created",
    task_id: task.id,
    user_id: task.user_id,
    timestamp: task.created_at,
    task_data: task,
  },
});

/** A valid entry for the audit trail. */
export const sampleAudit = (user = "demo"): EventOf<"audit.recorded"> => ({
  event_id: randomUUID(),
  event_type: "audit.recorded",
  event_version: "v1",
  timestamp: "2026-01-02T03:04:05.000Z",
  correlation_id: "click-1",
  source: "todo-backend",
  payload: { action: "user.signed-in", user_id: user, detail: "" },
});

/** The CloudEvent in which the sidecar delivers an event. */
export const asCloudEvent = (event: EventOf<"task.created" | "audit.recorded">): Record<string, unknown> => ({
  specversion: "1.0",
  id: event.event_id,
  type: event.event_type,
  source: event.source,
  time: event.timestamp,
  datacontenttype: "application/json",
  topic: "task-events",
  pubsubname: "kafka-pubsub",
  data: event,
});
