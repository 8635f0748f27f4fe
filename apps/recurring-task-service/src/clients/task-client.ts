import { task, unfinishedSeries } from "@todo-platform/contracts";
import type { NewOccurrence, Task } from "@todo-platform/contracts";
import type { Invoker } from "@todo-platform/service-kit";

/** What this service asks of the tasks' owner, the backend. */
export interface TaskClient {
  /**
   * Makes the next task of a series, or finds it made before; undefined when the backend has nothing to continue: the
   * completed task is gone or open again, or its next one was made and deleted since.
   * @throws DaprError when the backend cannot be reached or refuses
   */
  createOccurrence(next: NewOccurrence): Promise<Task | undefined>;
  /** Recurring tasks that were completed and have no next one yet. */
  unfinishedSeries(): Promise<Task[]>;
}

/** The backend, called through the sidecar. */
export const createTaskClient = (invoker: Invoker): TaskClient => ({
  async createOccurrence(next) {
    const headers = { "content-type": "application/json" };
    const options = { headers, body: JSON.stringify(next), expect: (status: number) => status === 404 };
    const answer = await invoker.invoke("todo-backend", "/internal/occurrences", "POST", options);
    return answer.status === 404 ? undefined : task.parse(await answer.json());
  },
  async unfinishedSeries() {
    const answer = await invoker.invoke("todo-backend", "/internal/unfinished-series", "GET");
    return unfinishedSeries.parse(await answer.json()).tasks;
  },
});
