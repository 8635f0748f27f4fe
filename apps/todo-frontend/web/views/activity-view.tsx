import { useEffect } from "preact/hooks";
import type { AuditEntry, EventSummary } from "@todo-platform/contracts";
import { activityText, byDay } from "../domain/activity-text.ts";
import { Empty, LoadState } from "../parts/load-state.tsx";
import { dayText, Moment } from "../parts/moment.tsx";
import { activity, hasOlder, loadActivity, loadOlder, summary } from "../state/activity.ts";

const counts: readonly [keyof EventSummary, string][] = [
  ["created", "added"],
  ["updated", "changed"],
  ["completed", "completed"],
  ["deleted", "deleted"],
];

/** How much was done in all; modest, so it stays away while it is not known. */
const Summary = () => {
  const all = summary.value.value;
  if (!all) return null;
  return (
    <dl class="summary" data-testid="event-summary" aria-label="In all">
      {counts.map(([name, text]) => (
        <div key={name}>
          <dt>{text}</dt>
          <dd>{all[name]}</dd>
        </div>
      ))}
    </dl>
  );
};

const Entry = ({ entry }: { entry: AuditEntry }) => {
  const { action, kind, subject } = activityText(entry);
  return (
    <li
      class={kind.replace(/^.*\./, "at-")}
      data-testid="activity-item"
      data-event-type={entry.event_type}
      data-correlation-id={entry.correlation_id}
    >
      <Moment at={entry.timestamp} short />
      <p>
        <span class="strong">{action}</span>
        {subject && `: ${subject}`}
      </p>
      <details>
        <summary>Trace</summary>
        <p>
          From <code>{entry.source}</code>, correlation id <code>{entry.correlation_id}</code>
        </p>
      </details>
    </li>
  );
};

/** What happened to the user's tasks, from the audit trail. */
export function ActivityView() {
  useEffect(loadActivity, []);
  const entries = activity.value.value;
  return (
    <section class="one-column" aria-labelledby="activity-heading">
      <h1 id="activity-heading">Activity</h1>
      <Summary />
      <LoadState
        phase={activity.phase.value}
        isEmpty={entries.length === 0}
        empty={
          <Empty icon="clock" title="Nothing happened yet.">
            <p class="muted">Everything that is done to your tasks is recorded here.</p>
          </Empty>
        }
        failure="The activity cannot be loaded."
        retry={loadActivity}
      >
        {byDay(entries, dayText).map(([day, ofDay]) => (
          <section key={day} class="day" aria-label={day}>
            <h2>{day}</h2>
            <ol class="timeline">
              {ofDay.map((entry) => (
                <Entry key={entry.sequence} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
        {hasOlder() && (
          <div class="more">
            <button type="button" class="quiet" onClick={() => void loadOlder()}>
              Load older
            </button>
          </div>
        )}
      </LoadState>
    </section>
  );
}
