import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "./logger.ts";
import { withContext } from "./request-context.ts";
import { newTraceParent, parseTraceParent } from "./trace-parent.ts";

const correlationId = /^[\w.:-]{1,200}$/;

/**
 * Gives each request its trace and correlation id, returns the latter as `x-correlation-id` and logs one line a request.
 * @param options.startTraces whether a request without a trace begins one: for the app that users meet first
 */
export const requestScope =
  (log: Logger, options: { startTraces: boolean }): RequestHandler =>
  (request, response, next) => {
    const sent = request.header("x-correlation-id") ?? "";
    const id = correlationId.test(sent) ? sent : randomUUID();
    const header = request.header("traceparent");
    const traceparent = parseTraceParent(header) ? header : options.startTraces ? newTraceParent() : undefined;
    const started = performance.now();
    response.setHeader("x-correlation-id", id);
    withContext({ traceparent, correlationId: id }, () => {
      // Read now: a router below changes it while it works.
      const { method, path } = request;
      response.once("close", () =>
        withContext({ traceparent, correlationId: id }, () => {
          const line = `${method} ${path} ${response.statusCode} ${Math.round(performance.now() - started)} ms`;
          if (path.startsWith("/health")) log.debug(line);
          else log.info(line);
        }),
      );
      next();
    });
  };
