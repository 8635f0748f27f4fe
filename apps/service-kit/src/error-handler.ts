import type { ErrorRequestHandler, Response } from "express";
import { DaprError } from "./dapr-client.ts";
import type { Logger } from "./logger.ts";
import { Problem } from "./problem.ts";

/** Answers with `problem`. */
export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

/** PostgreSQL's class of errors for a value it cannot take, such as a NUL character or the year 0. */
const dataException = /^22[0-9A-Z]{3}$/;

/** The client error that Express and its body parser mean, or undefined for a fault of ours. */
function clientProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { status, type, code } = error as { status?: unknown; type?: unknown; code?: unknown };
  if (typeof code === "string" && dataException.test(code)) return new Problem(400, "A value cannot be stored.");
  if (typeof status !== "number" || status < 400 || status > 499) return undefined;
  if (type === "entity.too.large") return new Problem(413, "The request is larger than 1 MiB.");
  if (type === "entity.parse.failed") return new Problem(400, "The body is not valid JSON.");
  return new Problem(status, "The request is malformed.");
}

const fault = (): Problem => new Problem(500, "Something went wrong here; the log has the details.");
const partDown = (): Problem => new Problem(503, "A part of the platform is not available at the moment. Try again.");

/** Turns whatever a handler threw into problem+json; what a user asks of a part that is down is 503; another fault of ours is logged and answered without its details. */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = typeof error === "object" && error !== null ? clientProblem(error) : undefined;
    if (!problem) log.error(`${request.method} ${request.path} failed`, error);
    const isDown = error instanceof DaprError && request.originalUrl.startsWith("/api/");
    sendProblem(response, problem ?? (isDown ? partDown() : fault()));
  };
