import type { Envelope } from "@todo-platform/contracts";
import { bodyLimit } from "./body-limit.ts";
import { DaprError } from "./dapr-client.ts";
import type { DaprClient } from "./dapr-client.ts";
import { messageOf } from "./logger.ts";

/** One event of a bulk publish, complete but for its id in the request. */
export interface BulkEntry {
  readonly key: string;
  readonly event: { readonly id: string; readonly data: Envelope };
  readonly metadata: Record<string, string>;
}

/** Why events were not acknowledged, by event id. */
export type PublishFailures = ReadonlyMap<string, string>;

/** Cuts `entries` where their JSON outgrows `limit` characters; the sidecar takes 4 MiB, and a character at most 3 bytes. */
function* chunksOf(entries: readonly BulkEntry[], limit: number): Generator<BulkEntry[]> {
  let [chunk, size] = [[] as BulkEntry[], 0];
  for (const entry of entries) {
    const length = JSON.stringify(entry.event).length;
    if (chunk.length > 0 && size + length > limit) {
      yield chunk;
      [chunk, size] = [[], 0];
    }
    chunk.push(entry);
    size += length;
  }
  if (chunk.length > 0) yield chunk;
}

/** The failed entries that a refusal names; undefined when it names none. */
function failuresIn(text: string): PublishFailures | undefined {
  const failed = text.startsWith("{") ? (JSON.parse(text) as { failedEntries?: unknown }).failedEntries : undefined;
  if (!Array.isArray(failed) || failed.length === 0) return undefined;
  return new Map(
    (failed as { entryId: string; error?: string }[]).map(({ entryId, error }) => [entryId, error ?? "refused"]),
  );
}

async function send(dapr: DaprClient, path: string, entries: readonly BulkEntry[]): Promise<PublishFailures> {
  const contentType = "application/cloudevents+json";
  const body = entries.map(({ event, metadata }) => ({ entryId: event.id, event, contentType, metadata }));
  const headers = { "content-type": "application/json" };
  const call = { method: "POST", headers, body: JSON.stringify(body), expect: (status: number) => status >= 500 };
  const response = await dapr.call(path, call);
  const text = await response.text();
  const failed = response.ok ? new Map<string, string>() : failuresIn(text);
  if (!failed) throw new DaprError(response.status, `POST ${path} answered ${response.status}: ${text.slice(0, 300)}`);
  return failed;
}

/**
 * Publishes `entries` in one call, or few when they are large. An event behind a failed one of its key counts as failed
 * too, so that whoever repeats the failed ones keeps the order of each key.
 */
export async function publishBulk(
  dapr: DaprClient,
  path: string,
  entries: readonly BulkEntry[],
): Promise<PublishFailures> {
  const failures = new Map<string, string>();
  const held = new Map<string, string>();
  for (const chunk of chunksOf(entries, bodyLimit)) {
    const due = chunk.filter(({ key }) => !held.has(key));
    const allOf = (error: unknown) => new Map(due.map(({ event }) => [event.id, messageOf(error)]));
    const failed = due.length === 0 ? new Map<string, string>() : await send(dapr, path, due).catch(allOf);
    for (const { key, event } of chunk) {
      const reason = held.get(key) ?? failed.get(event.id);
      if (reason === undefined) continue;
      held.set(key, reason);
      failures.set(event.id, reason);
    }
  }
  return failures;
}
