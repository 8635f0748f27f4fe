import type { Task } from "@todo-platform/contracts";

/** An open task without anything special. */
export const sampleTask = (fields: Partial<Task> = {}): Task => ({
  id: "1",
  user_id: "ann",
  title: "Title",
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
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  ...fields,
});
