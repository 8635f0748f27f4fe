import express from "express";
import type { ErrorRequestHandler, Express } from "express";
import type { Mailbox } from "./mailbox.ts";

/** Largest push message, in bytes. */
const maxPushSize = 64 * 1024;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const optional = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A body that is too large or no JSON is the client's fault, all else ours. */
const answerError: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.status(error.status ?? 500).json({ status: error.status ?? 500, title: "The request is refused." });
};

/**
 * `POST /push`: a push gateway that keeps what comes. `GET /messages?to=&channel=`: mails and push messages, the newest
 * last. `DELETE /messages`: begins anew. `GET /health`, `GET /health/ready`.
 * @param isReady whether the mail server listens
 */
export function createApp(mailbox: Mailbox, isReady: () => boolean): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.get("/health", (_request, response) => void response.json({ status: "ok" }));
  app.get("/health/ready", (_request, response) => {
    const ready = isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not ready" });
  });
  app.get("/messages", ({ query }, response) => {
    response.json({ messages: mailbox.list({ to: optional(query["to"]), channel: optional(query["channel"]) }) });
  });
  app.delete("/messages", (_request, response) => {
    mailbox.clear();
    response.status(204).end();
  });
  app.post("/push", express.json({ limit: maxPushSize }), (request, response) => {
    const body: unknown = request.body ?? {};
    const { user_id, title, body: text } = body as Readonly<Record<string, unknown>>;
    const { id } = mailbox.add({
      channel: "push",
      to: [textOf(user_id)],
      from: "",
      subject: textOf(title),
      text: textOf(text),
      html: "",
      body,
      idempotency_key: request.header("idempotency-key") ?? null,
    });
    response.status(201).json({ id });
  });
  app.use((_request, response) => void response.status(404).json({ status: 404, title: "There is no such route." }));
  app.use(answerError);
  return app;
}
