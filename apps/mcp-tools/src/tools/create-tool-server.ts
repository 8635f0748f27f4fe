import { McpServer } from "@modelcontextprotocol/server";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { newTask, taskChange, taskQuery } from "@todo-platform/contracts";
import { z } from "zod";
import { Refused } from "./task-api.ts";
import type { TaskApi } from "./task-api.ts";

const id = z.strictObject({ id: z.uuid().describe("Id of the task") });
const filter = taskQuery.pick({ status: true, priority: true, tag: true, search: true, limit: true }).partial();

/** Name and purpose of each tool; the words are what a language model reads. */
const purposes = {
  list_tasks: "Lists the user's tasks, the newest first; filters by status, priority, tag or text.",
  create_task: "Adds a task. Times are RFC 3339 with an offset.",
  complete_task: "Marks a task as completed. A recurring task gets its next occurrence.",
  update_task: "Changes the named fields of a task and leaves all others as they are.",
  delete_task: "Deletes a task for good.",
} as const;

const text = (value: unknown): CallToolResult => ({
  content: [{ type: "text", text: JSON.stringify(value) }],
  structuredContent: value,
});

/** What the backend refuses is the tool's answer, so that the model can mend its call; all else is a fault. */
async function answered(work: Promise<unknown>): Promise<CallToolResult> {
  try {
    return text(await work);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { content: [{ type: "text", text: error.message }], isError: true };
  }
}

/** A server with the five tools over one user's tasks. */
export function createToolServer(tasks: TaskApi): McpServer {
  const server = new McpServer({ name: "todo-platform", version: "1.0.0" });
  const about = (name: keyof typeof purposes, hints: object) => ({ description: purposes[name], annotations: hints });
  server.registerTool("list_tasks", { ...about("list_tasks", { readOnlyHint: true }), inputSchema: filter }, (given) =>
    answered(tasks.list(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, `${value}`])))),
  );
  server.registerTool("create_task", { ...about("create_task", {}), inputSchema: newTask }, (given) =>
    answered(tasks.create(given)),
  );
  server.registerTool(
    "complete_task",
    { ...about("complete_task", { idempotentHint: true }), inputSchema: id },
    (given) => answered(tasks.complete(given.id)),
  );
  server.registerTool(
    "update_task",
    { ...about("update_task", { idempotentHint: true }), inputSchema: id.extend(taskChange.shape) },
    ({ id: task, ...change }) => answered(tasks.change(task, change)),
  );
  server.registerTool("delete_task", { ...about("delete_task", { destructiveHint: true }), inputSchema: id }, (given) =>
    answered(tasks.remove(given.id).then(() => ({ deleted: given.id }))),
  );
  return server;
}
