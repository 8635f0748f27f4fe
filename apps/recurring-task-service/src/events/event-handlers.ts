import type { EventHandlers } from "@todo-platform/contracts";
import type { ContinueSeries } from "../domain/continue-series.ts";
import type { SeriesStore } from "../stores/series-store.ts";

/** Keeps the series that task events tell of, and continues one when its task is completed. Repetitions change nothing. */
export function eventHandlers(
  series: Pick<SeriesStore, "keep" | "end">,
  continueSeries: ContinueSeries,
): EventHandlers<"recurring-task-service"> {
  return {
    "task-events": {
      "task.created": ({ payload }) => series.keep(payload.task_data),
      "task.updated": ({ payload }) => series.keep(payload.task_data),
      "task.deleted": ({ payload }) => series.end(payload.task_data),
      "task.completed": async ({ payload }) => {
        await series.keep(payload.task_data);
        await continueSeries(payload.task_data);
      },
    },
  };
}
