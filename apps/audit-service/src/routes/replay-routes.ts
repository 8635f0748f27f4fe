import { randomUUID } from "node:crypto";
import { deadLetterQuery, replayRequest } from "@todo-platform/contracts";
import type { DeadLetter, ReplayRequest, ReplayResult } from "@todo-platform/contracts";
import { createEvent, messageOf, validate } from "@todo-platform/service-kit";
import express, { Router } from "express";
import type { Replay } from "../events/replay-dead-letter.ts";
import type { AuditStore } from "../stores/audit-store.ts";
import type { DeadLetterStore, KeptDeadLetter } from "../stores/dead-letter-store.ts";

/** What {@link replayRoutes} needs. */
export interface ReplayDeps {
  readonly deadLetters: DeadLetterStore;
  readonly audit: Pick<AuditStore, "record">;
  readonly replay: Replay;
}

/** Most dead letters that one request replays. */
const replayedAtOnce = 1000;

/** The text itself when it is no JSON, or one so deep that it can be read but not be written again. */
function eventOf(body: string): unknown {
  try {
    const event: unknown = JSON.parse(body);
    JSON.stringify(event);
    return event;
  } catch {
    return body;
  }
}

function shown({ id, topic, body, received_at, replayed_at }: KeptDeadLetter): DeadLetter {
  const event = eventOf(body);
  const type = (event as { type?: unknown } | null)?.type;
  return {
    id,
    topic,
    event_type: typeof type === "string" ? type : "",
    event,
    received_at: received_at.toISOString(),
    replayed_at: replayed_at?.toISOString() ?? null,
  };
}

async function replayAll(request: ReplayRequest, { deadLetters, audit, replay }: ReplayDeps): Promise<ReplayResult> {
  const letters =
    "ids" in request
      ? await deadLetters.find(request.ids)
      : (await deadLetters.list({ topic: request.topic, all: false, limit: replayedAtOnce })).reverse();
  const unknown = "ids" in request ? request.ids.filter((id) => !letters.some((letter) => letter.id === id)) : [];
  const failed = unknown.map((id) => ({ id, reason: "there is no such dead letter" }));
  const replayed: string[] = [];
  for (const letter of letters) {
    try {
      await replay(letter);
    } catch (error) {
      failed.push({ id: letter.id, reason: messageOf(error) });
      continue;
    }
    await deadLetters.markReplayed(letter.id);
    const detail = `${letter.topic} ${letter.event_id}`.slice(0, 1000);
    const from = { source: "audit-service", correlationId: letter.correlation_id || randomUUID() } as const;
    const action = { action: "dead-letter.replayed", user_id: "operator", detail } as const;
    await audit.record(createEvent("audit.recorded", action, from));
    replayed.push(letter.id);
  }
  return { replayed, failed };
}

/** `GET /dead-letters` and `POST /dead-letters/replay`: for operators, behind the app token. */
export function replayRoutes(deps: ReplayDeps): Router {
  const router = Router();
  router.get("/dead-letters", async (request, response) => {
    const { topic, all, limit } = validate(deadLetterQuery, request.query);
    const letters = await deps.deadLetters.list({ topic, all: all === "true", limit });
    response.json({ dead_letters: letters.map(shown) });
  });
  router.post("/dead-letters/replay", express.json(), async (request, response) => {
    response.json(await replayAll(validate(replayRequest, request.body), deps));
  });
  return router;
}
