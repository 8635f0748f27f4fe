import { expect, test } from "vitest";
import { configReference } from "../../infra/reference/config-reference.ts";

const rows = configReference()
  .split("\n")
  .filter((line) => line.startsWith("| `todo-platform:"))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| |\s*\|$/g, "").trim()));

test("every key of every target has a type and a meaning", () => {
  const target = "`todo-platform:target`";
  const silent = rows.filter(([key, type = "", , meaning = ""]) => key !== target && (type === "" || meaning === ""));
  expect(silent.map(([key]) => key)).toEqual([]);
});

test("a choice names its alternatives, and what each of them takes", () => {
  const typeOf = (key: string): string | undefined => rows.find(([name]) => name === `\`todo-platform:${key}\``)?.[1];
  expect(typeOf("tracing.backend")).toBe("`zipkin`, `jaeger`, `collector`, `otlp`");
  expect(typeOf("tracing.storage.retention")).toBe("string");
  expect(typeOf("logging.target.clientSecret")).toBe("`secretKeyRef`: `name`, `key`");
  expect(typeOf("scaling.<name>.by.records")).toBe("integer");
});
