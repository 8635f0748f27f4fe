import type { EventHandlers } from "@todo-platform/contracts";
import type { AuditStore } from "../stores/audit-store.ts";

/** Records every event. */
export function eventHandlers({ record }: Pick<AuditStore, "record">): EventHandlers<"audit-service"> {
  return {
    "task-events": {
      "task.created": record,
      "task.updated": record,
      "task.deleted": record,
      "task.completed": record,
    },
    reminders: { "reminder.due": record },
    "audit-logs": { "audit.recorded": record },
  };
}
