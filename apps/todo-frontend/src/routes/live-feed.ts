import { setTimeout as delay } from "node:timers/promises";
import { notification } from "@todo-platform/contracts";
import type { Notification } from "@todo-platform/contracts";
import { DaprError, newTraceParent, Problem } from "@todo-platform/service-kit";
import type { Invoker } from "@todo-platform/service-kit";
import { Router } from "express";
import type { Response } from "express";
import { z } from "zod";

/** Milliseconds between two looks. */
const interval = 1000;
/** How far a notification may lag behind a later one, in milliseconds, and still be found. */
const overlap = 60_000;
/** Most browsers at once. */
const maxFeeds = 200;

const answer = z.object({ notifications: z.array(notification) });

/** The same trace id for each of thousands of looks would drown every other trace: they are not sampled. */
const unsampled = (): string => newTraceParent().replace(/01$/, "00");

/** Asks for the notifications that one browser has not been sent yet. */
function createReader(invoker: Invoker, authorization: string): () => Promise<Notification[]> {
  let sent = new Set<string>();
  let since: string | undefined;
  return async () => {
    const query = since === undefined ? "" : `?since=${encodeURIComponent(since)}`;
    const headers = { authorization, traceparent: unsampled() };
    const response = await invoker.invoke("notification-service", `/api/notifications${query}`, "GET", { headers });
    const { notifications } = answer.parse(await response.json());
    const news = notifications.filter((item) => !sent.has(item.id));
    sent = new Set(notifications.map((item) => item.id));
    const newest = Math.max(...notifications.map((item) => Date.parse(item.created_at)));
    if (Number.isFinite(newest)) since = new Date(newest - overlap).toISOString();
    return news;
  };
}

async function feed(response: Response, read: () => Promise<Notification[]>, signal: AbortSignal): Promise<void> {
  const send = (event: string, data: unknown): unknown =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let state = "";
  while (!signal.aborted) {
    try {
      const news = await read();
      if (state !== "live") send("state", (state = "live"));
      if (news.length > 0) send("notifications", news);
      else response.write(":\n\n");
    } catch (error) {
      const refused = error instanceof DaprError && error.status === 401;
      if (refused || state !== "waiting") send("state", (state = refused ? "signed-out" : "waiting"));
      if (refused) break;
    }
    await delay(interval, undefined, { signal }).catch(() => undefined);
  }
  response.end();
}

/**
 * `GET /api/live`: the user's notifications as server-sent events, as long as the browser stays.
 * @param stopping aborted when the process has to stop
 */
export function liveFeed(invoker: Invoker, stopping: AbortSignal): Router {
  const router = Router();
  let feeds = 0;
  router.get("/api/live", async (request, response) => {
    const authorization = request.header("authorization");
    if (!authorization) throw new Problem(401, "Sign in first: the request has no bearer token.");
    if (feeds >= maxFeeds) throw new Problem(503, "Too many browsers are connected.");
    feeds += 1;
    const gone = new AbortController();
    response.once("close", () => {
      feeds -= 1;
      gone.abort();
    });
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    await feed(response, createReader(invoker, authorization), AbortSignal.any([gone.signal, stopping]));
  });
  return router;
}
