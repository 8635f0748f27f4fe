import { dueReminders } from "@todo-platform/contracts";
import type { Reminder } from "@todo-platform/contracts";
import type { Invoker } from "@todo-platform/service-kit";

/** Most reminders that are read and published together. */
export const pageSize = 500;

/** What this service asks of the tasks' owner, the backend. */
export interface ReminderClient {
  /**
   * Reminders of open tasks after the one moment and up to the other (milliseconds since 1970), the oldest first, page by
   * page.
   * @throws DaprError when the backend cannot be reached
   */
  due(after: number, until: number): AsyncGenerator<readonly Reminder[]>;
}

const queryOf = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** The backend, called through the sidecar. */
export const createReminderClient = (invoker: Invoker): ReminderClient => ({
  async *due(after, until) {
    const window = { until: new Date(until).toISOString(), limit: String(pageSize) };
    let from: Record<string, string> = { after: new Date(after).toISOString() };
    for (;;) {
      const path = `/internal/due-reminders?${queryOf({ ...from, ...window })}`;
      const answer = await invoker.invoke("todo-backend", path, "GET");
      const { reminders } = dueReminders.parse(await answer.json());
      yield reminders;
      const last = reminders.at(-1);
      if (!last || reminders.length < pageSize) return;
      from = { after: last.remind_at, after_id: last.task_id };
    }
  },
});
