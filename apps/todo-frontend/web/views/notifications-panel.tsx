import { Empty } from "../parts/load-state.tsx";
import { Moment } from "../parts/moment.tsx";
import { notifications } from "../state/notifications.ts";

/** What the service told the user of, the newest first. */
export const NotificationsPanel = ({ heading: Heading }: { heading: "h1" | "h2" }) => (
  <>
    <Heading>Notifications</Heading>
    {notifications.value.length === 0 ? (
      <Empty icon="bell" title="Nothing new.">
        <p class="muted">Reminders and changes appear here by themselves.</p>
      </Empty>
    ) : (
      <ul class="feed" data-testid="notifications">
        {notifications.value.map(({ id, event_type, correlation_id, message, created_at }) => (
          <li
            key={id}
            class={event_type === "reminder.due" ? "reminder" : ""}
            data-testid="notification-item"
            data-id={id}
            data-event-type={event_type}
            data-correlation-id={correlation_id}
          >
            <p>{message}</p>
            <Moment at={created_at} />
          </li>
        ))}
      </ul>
    )}
  </>
);
