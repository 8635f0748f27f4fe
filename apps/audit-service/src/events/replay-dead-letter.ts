import type { DaprClient } from "@todo-platform/service-kit";
import { z } from "zod";
import type { KeptDeadLetter } from "../stores/dead-letter-store.ts";

/** Publishes a dead letter again, to the topic from which it came; throws with the reason when that cannot be. */
export type Replay = (letter: KeptDeadLetter) => Promise<void>;

const cloudEvent = z.looseObject({
  id: z.string(),
  data: z.looseObject({ payload: z.looseObject({ user_id: z.string().optional() }).optional() }),
});

/** A dead letter keeps the name of its first topic, unless it came by a publish of its own. */
const topicOf = (letter: KeptDeadLetter): string => letter.topic.replace(/-dead-letter$/, "");

function parse(body: string): z.infer<typeof cloudEvent> {
  try {
    return cloudEvent.parse(JSON.parse(body));
  } catch {
    throw new Error("it is no CloudEvent with an envelope; publish a mended one instead");
  }
}

/**
 * Replays through pub/sub component `component`. Every subscriber of the topic gets the event again under its own id, so
 * those that had taken it drop the repetition.
 */
export const createReplay =
  (dapr: DaprClient, component: string): Replay =>
  async (letter) => {
    const { data } = parse(letter.body);
    const key = encodeURIComponent(data.payload?.user_id ?? letter.id);
    const headers = { "content-type": "application/cloudevents+json" };
    const path = `/publish/${component}/${encodeURIComponent(topicOf(letter))}?metadata.partitionKey=${key}`;
    await dapr.call(path, { method: "POST", headers, body: letter.body });
  };
