import { pino } from "pino";
import { currentContext } from "./request-context.ts";
import { parseTraceParent } from "./trace-parent.ts";

/** Writes JSON lines. A message never holds a secret or a request's body. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  /** Writes `message`, followed by the message of `cause` (no stack trace). */
  error(message: string, cause?: unknown): void;
}

/** What is shown of something that was thrown. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

function contextFields(): Record<string, string> {
  const context = currentContext();
  const trace = parseTraceParent(context?.traceparent);
  const ids = { trace_id: trace?.traceId ?? "", span_id: trace?.spanId ?? "" };
  return context ? { ...ids, correlation_id: context.correlationId } : ids;
}

/**
 * A logger whose lines have exactly the fields level, timestamp (RFC 3339), app_id, trace_id, span_id, msg, and
 * correlation_id inside a request or event.
 * @param destination where the lines go, by default the standard output
 */
export function createLogger(appId: string, level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: { app_id: appId },
    formatters: { level: (label: string) => ({ level: label }) },
    timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
    mixin: contextFields,
  };
  const log = destination ? pino(options, destination) : pino(options);
  return {
    debug: (message) => log.debug(message),
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    error: (message, cause) => log.error(cause === undefined ? message : `${message}: ${messageOf(cause)}`),
  };
}
