import { setTimeout as delay } from "node:timers/promises";
import type { Reminder } from "@todo-platform/contracts";
import { currentContext } from "@todo-platform/service-kit";
import type { EventPublisher, Logger } from "@todo-platform/service-kit";
import type { ReminderClient } from "../clients/reminder-client.ts";
import type { SentReminders } from "../stores/sent-reminders.ts";
import { reminderEvent } from "./reminder-event.ts";

/** How far back the check looks, in milliseconds: a reminder that comes a day late helps nobody. */
const lookBack = 24 * 60 * 60 * 1000;
/** Clocks differ a little: a reminder may be so many milliseconds early rather than a minute late. */
const lookAhead = 1000;

/** Milliseconds between a check and the one that was asked for meanwhile: jobs of one moment come one after the other. */
const gathering = 100;

/** What {@link createCheckReminders} needs. */
export interface CheckDeps {
  readonly reminders: ReminderClient;
  readonly sent: SentReminders;
  readonly publisher: Pick<EventPublisher, "publishAll">;
  readonly log: Logger;
}

/** How a check went: reminders that were due and not sent before, and those that the broker has not taken. */
export interface CheckResult {
  readonly sent: number;
  readonly failed: number;
}

/** Publishes those of `page` that were not sent before, and remembers those that the broker has acknowledged. */
async function sendNew(page: readonly Reminder[], { sent, publisher, log }: CheckDeps): Promise<CheckResult> {
  const events = page.map(reminderEvent);
  const before = await sent.among(events.map(({ event_id }) => event_id));
  const fresh = events.filter(({ event_id }) => !before.has(event_id));
  if (fresh.length === 0) return { sent: 0, failed: 0 };
  const traceparent = currentContext()?.traceparent;
  const outgoing = fresh.map((event) => ({ event, key: event.payload.user_id, traceparent }));
  const failures = await publisher.publishAll("reminders", outgoing);
  const taken = fresh.filter(({ event_id }) => !failures.has(event_id));
  if (taken.length > 0) await sent.add(taken.map(({ event_id }) => event_id));
  for (const reason of new Set(failures.values()))
    log.error(`reminders were not published and are tried again: ${reason}`);
  return { sent: taken.length, failed: failures.size };
}

/**
 * Publishes every reminder that is due and was not sent. A crash, or another replica at the same time, may publish some
 * again, as the same events. A check that is asked for while one runs is the next one, shared by all who ask: a thousand
 * jobs of one moment cause few checks.
 * @throws DaprError when the backend or the state store cannot be reached
 */
export function createCheckReminders(deps: CheckDeps): () => Promise<CheckResult> {
  const check = async (): Promise<CheckResult> => {
    const now = Date.now();
    let [sent, failed] = [0, 0];
    for await (const page of deps.reminders.due(now - lookBack, now + lookAhead)) {
      const result = await sendNew(page, deps);
      sent += result.sent;
      failed += result.failed;
    }
    if (sent > 0) deps.log.info(`${sent} reminders sent`);
    return { sent, failed };
  };
  return shared(check);
}

/** Runs `work` once for all who ask while an earlier run goes on, and a little after it. */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<void> | undefined;
  let next: Promise<T> | undefined;
  const run = (): Promise<T> => {
    const result = work();
    const ended = (): void => {
      running = undefined;
    };
    running = result.then(ended, ended);
    return result;
  };
  const runNext = async (): Promise<T> => {
    await running;
    await delay(gathering);
    next = undefined;
    return run();
  };
  return () => next ?? (running ? (next = runNext()) : run());
}
