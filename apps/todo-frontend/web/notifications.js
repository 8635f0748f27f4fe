import { call } from "./api.js";
import { byId, element, showNotice, timeElement } from "./dom.js";

const shown = 50;
const labels = { live: "● live", waiting: "○ reconnecting …" };

function showState(state) {
  const label = byId("live-state");
  label.textContent = labels[state] ?? "";
  label.classList.toggle("on", state === "live");
}

const item = (notification) =>
  element(
    "li",
    {
      dataset: {
        testid: "notification-item",
        id: notification.id,
        eventType: notification.event_type,
        correlationId: notification.correlation_id,
      },
    },
    notification.message,
    timeElement(notification.created_at),
  );

function show(notifications) {
  const feed = byId("notifications");
  for (const notification of notifications) {
    if (feed.querySelector(`[data-id="${CSS.escape(notification.id)}"]`)) continue;
    feed.prepend(item(notification));
  }
  while (feed.children.length > shown) feed.lastElementChild.remove();
  showNotice("notifications-state", feed.children.length > 0 ? undefined : "Nothing new yet.");
}

/** Splits a stream of server-sent events; EventSource cannot send the bearer token. */
async function* eventsOf(response) {
  let rest = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s, 2)));
      if (fields.event) yield { event: fields.event, data: JSON.parse(fields.data) };
    }
  }
}

async function listen(signal, onNews) {
  const response = await call("GET", "/api/live", { signal });
  for await (const { event, data } of eventsOf(response)) {
    if (event === "state") showState(data);
    if (event === "notifications") {
      show(data);
      onNews();
    }
  }
}

/** Follows the user's notifications until `signal` is aborted; connects again whenever the connection ends. */
export async function followNotifications(signal, onNews, onSignedOut) {
  while (!signal.aborted) {
    try {
      await listen(signal, onNews);
    } catch (error) {
      if (error.status === 401) return void onSignedOut();
    }
    if (signal.aborted) return;
    showState("waiting");
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
}

/** Forgets the notifications, for the next user. */
export function clearNotifications() {
  byId("notifications").replaceChildren();
  showState("");
  showNotice("notifications-state", "Nothing new yet.");
}
