import { useEffect, useMemo } from "preact/hooks";
import type { RecurringSeries, Task } from "@todo-platform/contracts";
import { callJson } from "../api/call.ts";
import { dueText } from "../domain/due-text.ts";
import { localZone } from "../domain/zoned-time.ts";
import { loaded } from "../state/loading.ts";

/** When a recurring task comes again. */
export function NextDates({ task }: { task: Task }) {
  const series = useMemo(
    () =>
      loaded<RecurringSeries | undefined>(undefined, () =>
        callJson<RecurringSeries>("GET", `/api/recurring/${task.id}`),
      ),
    [task.id],
  );
  useEffect(() => void series.load(), [series]);
  const phase = series.phase.value;
  const next = series.value.value?.next ?? [];
  return (
    <div class="next-dates" data-testid="next-dates" aria-live="polite">
      <p class="strong">Comes again</p>
      {phase.is === "loading" && <p class="muted">Loading …</p>}
      {phase.is === "failed" && (
        <p class="muted">
          The next dates are not known at the moment.{" "}
          <button type="button" class="link" onClick={() => void series.load()}>
            Try again
          </button>
        </p>
      )}
      {phase.is === "ready" && next.length === 0 && <p class="muted">This is the last one.</p>}
      <ol>
        {next.map((date) => (
          <li key={date}>
            <time dateTime={date}>{dueText(date, Date.now(), localZone()).text}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}
