import { createHash } from "node:crypto";
import { bodyLimit, currentContext, isVerifyEvent } from "@todo-platform/service-kit";
import type { Logger } from "@todo-platform/service-kit";
import express, { Router } from "express";
import type { DeadLetterStore, NewDeadLetter } from "../stores/dead-letter-store.ts";

const text = express.text({ type: () => true, limit: 2 * bodyLimit, defaultCharset: "utf-8" });

function parse(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const textOr = (value: unknown, fallback: string): string => (typeof value === "string" && value ? value : fallback);

/** What is kept of a delivery; one without an id is known by its content. */
function letterOf(body: string): NewDeadLetter {
  const event = parse(body);
  const data = (event["data"] ?? {}) as { correlation_id?: unknown };
  return {
    topic: textOr(event["topic"], "unknown"),
    eventId: textOr(event["id"], createHash("sha256").update(body).digest("hex")),
    body,
    correlationId: textOr(data.correlation_id, currentContext()?.correlationId ?? ""),
  };
}

/** Takes every dead letter, whatever it looks like: only a database that is down makes Dapr try again. */
export function deadLetterRoute(route: string, store: DeadLetterStore, log: Logger): Router {
  const router = Router();
  router.post(route, text, async (request, response) => {
    const body = typeof request.body === "string" ? request.body : "";
    if (!isVerifyEvent(parse(body))) {
      const letter = letterOf(body);
      await store.keep(letter);
      log.warn(`dead letter ${letter.eventId} of ${letter.topic} kept`);
    }
    response.json({ status: "SUCCESS" });
  });
  return router;
}
