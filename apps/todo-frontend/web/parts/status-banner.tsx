import { isReachable, serviceStatus } from "../state/service-status.ts";

const waitingText = (count: number): string =>
  count === 0 ? "" : count === 1 ? " One event is waiting." : ` ${count} events are waiting.`;

function bannerText(): { text: string; kind: "warning" | "error" | "modest" } | undefined {
  if (!isReachable.value)
    return { kind: "error", text: "The service cannot be reached at the moment. This page tries again by itself." };
  const status = serviceStatus.value;
  if (status?.parts.events === "delayed") {
    const waiting = waitingText(status.waiting_events);
    return { kind: "warning", text: `Your changes are kept; notifications and activity follow later.${waiting}` };
  }
  if (status?.parts.cache === "unavailable")
    return { kind: "modest", text: "Everything works, if a little slower than usual." };
  return undefined;
}

/** What works less well at the moment, and what the user has to expect. */
export function StatusBanner() {
  const banner = bannerText();
  return (
    <div class="banner-place" role="status" data-testid="status-banner">
      {banner && (
        <p class={`banner ${banner.kind}`}>
          <span>{banner.text}</span>
        </p>
      )}
    </div>
  );
}
