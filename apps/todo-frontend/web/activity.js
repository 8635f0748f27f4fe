import { callJson } from "./api.js";
import { byId, element, showNotice, timeElement } from "./dom.js";

const words = {
  "task.created": "Added",
  "task.updated": "Changed",
  "task.deleted": "Deleted",
  "task.completed": "Completed",
  "user.signed-in": "Signed in",
  "user.sign-in-refused": "Sign-in refused",
};

function text({ event_type, payload }) {
  const name = payload?.task_data?.title;
  const what = words[payload?.action ?? event_type] ?? event_type;
  return name ? `${what}: ${name}` : what;
}

const item = (entry) =>
  element(
    "li",
    { dataset: { testid: "activity-item", eventType: entry.event_type, correlationId: entry.correlation_id } },
    text(entry),
    timeElement(entry.timestamp),
    element("code", {}, entry.correlation_id),
  );

/** Loads what the user did lately. */
export async function loadActivity() {
  try {
    const { entries } = await callJson("GET", "/api/audit?limit=30");
    byId("activity").replaceChildren(...entries.map(item));
    showNotice("activity-state", entries.length > 0 ? undefined : "Nothing happened yet.");
  } catch (error) {
    if (error.status === 401) return;
    showNotice("activity-state", `The activity cannot be loaded. ${error.message}`, loadActivity);
  }
}

/** Forgets the activity, for the next user. */
export function clearActivity() {
  byId("activity").replaceChildren();
  showNotice("activity-state", "Loading …");
}
