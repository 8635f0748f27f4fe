import type { ChatMessage, Task } from "@todo-platform/contracts";
import type { FakeApi } from "./fake-api.ts";

/** The moment of the sample, in Berlin a Thursday morning. */
export const sampleNow = "2026-03-12T08:20:00Z";

/** Fills the API with a day of ann's. */
export function fillSampleDay(api: FakeApi): Task[] {
  const put = (fields: Parameters<FakeApi["tasks"]["put"]>[1]): Task =>
    api.tasks.put("ann", { created_at: "2026-03-09T08:00:00Z", time_zone: "Europe/Berlin", ...fields });
  const rent = put({ title: "Pay the rent", due_at: "2026-03-11T11:00:00Z", priority: "high", tags: ["home"] });
  const standUp = put({
    title: "Stand-up notes",
    due_at: "2026-03-12T09:00:00Z",
    recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    remind_at: "2026-03-12T08:45:00Z",
    tags: ["work"],
  });
  const bike = put({
    title: "Take the bike to the workshop",
    description: "The rear brake drags, and the chain is due. Ask for the winter offer.",
    due_at: "2026-03-12T16:30:00Z",
    tags: ["errands"],
  });
  put({ title: "Book the train to Vienna", due_at: "2026-03-13T17:00:00Z", priority: "high", tags: ["travel"] });
  put({ title: "Water the plants", due_at: "2026-03-14T08:00:00Z", recurrence: "FREQ=WEEKLY", priority: "low" });
  put({
    title: "Change the filter of the espresso machine",
    due_at: "2026-04-01T07:00:00Z",
    recurrence: "FREQ=MONTHLY",
  });
  put({ title: "Read the paper on outbox patterns", tags: ["work", "reading"] });
  const done = put({ title: "Send the invoice", completed: true, version: 2, tags: ["work"] });
  api.tell("task.created", rent, "2026-03-11T07:12:00Z");
  api.tell("task.created", bike, "2026-03-11T18:40:00Z");
  api.tell("task.updated", bike, "2026-03-11T18:42:00Z");
  api.tell("task.created", done, "2026-03-12T07:35:00Z");
  api.tell("task.completed", done, "2026-03-12T08:02:00Z");
  api.tell("reminder.due", standUp, "2026-03-12T08:15:00Z", "Reminder: Stand-up notes");
  api.nextDates = ["2026-03-13", "2026-03-16", "2026-03-17", "2026-03-18"].map((day) => `${day}T09:00:00Z`);
  api.answer = (message) => sampleAnswer(message);
  return [rent, standUp, bike];
}

function sampleAnswer(message: string): ChatMessage {
  const at = sampleNow;
  if (message.startsWith("Add"))
    return {
      role: "assistant",
      text: "I have added “Call the dentist”.",
      tools: [{ name: "create_task", ok: true, detail: "Call the dentist" }],
      at,
    };
  return {
    role: "assistant",
    text: "- Stand-up notes (medium, due 2026-03-12)",
    tools: [{ name: "list_tasks", ok: true, detail: "1 task" }],
    at,
  };
}
