import { createLogger, withContext } from "@todo-platform/service-kit";
import { expect, test } from "vitest";

function capture(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger("todo-backend", "info", { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("a line has exactly the agreed fields, with the ids of the running request", () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const [line] = capture((log) => withContext({ traceparent, correlationId: "click-1" }, () => log.info("hello")));
  expect(line).toEqual({
    level: "info",
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    app_id: "todo-backend",
    trace_id: "0af7651916cd43dd8448eb211c80319c",
    span_id: "b7ad6b7169203331",
    correlation_id: "click-1",
    msg: "hello",
  });
});

test("an error is written by its message, without a stack trace", () => {
  const [line] = capture((log) => log.error("it failed", new Error("because")));
  expect(line).toMatchObject({ level: "error", msg: "it failed: because", trace_id: "", span_id: "" });
  expect(Object.keys(line ?? {})).not.toContain("stack");
});

test("an invalid traceparent is not shown", () => {
  const traceparent = "00-00000000000000000000000000000000-b7ad6b7169203331-01";
  const [line] = capture((log) => withContext({ traceparent, correlationId: "c" }, () => log.info("hello")));
  expect(line).toMatchObject({ trace_id: "", span_id: "" });
});
