import type { EventHandlers, EventOf, EventSummary } from "@todo-platform/contracts";
import type { EventMemory } from "../stores/event-memory.ts";
import type { SummaryStore } from "../stores/summary-store.ts";

type TaskEvent = EventOf<"task.created" | "task.updated" | "task.deleted" | "task.completed">;

/** Counts each task event for the task's owner, once. */
export function eventHandlers(
  { count }: Pick<SummaryStore, "count">,
  memory: EventMemory,
): EventHandlers<"event-service"> {
  const counted =
    (kind: keyof EventSummary) =>
    async ({ event_id, payload }: TaskEvent): Promise<void> => {
      if (await memory.has(event_id)) return;
      await count(payload.user_id, kind, event_id);
      await memory.add(event_id);
    };
  return {
    "task-events": {
      "task.created": counted("created"),
      "task.updated": counted("updated"),
      "task.deleted": counted("deleted"),
      "task.completed": counted("completed"),
    },
  };
}
