import { task as taskSchema, taskPage } from "@todo-platform/contracts";
import type { Task, ToolUse } from "@todo-platform/contracts";
import type { Intent } from "./intent.ts";
import type { ToolAnswer, Tools } from "./tools.ts";

/** What the user reads, and the tools that were used for it. */
export interface Reply {
  readonly text: string;
  readonly tools: readonly ToolUse[];
}

/** Shown of a tool's answer. */
const detailLength = 200;
/** Most tasks that one reply names. */
const shownTasks = 20;

/** What the assistant understands without a language model. */
export const help = [
  "I understand sentences such as:",
  "add task Buy milk #home !high due 2026-12-24",
  "show my open tasks, show all tasks about milk",
  "complete Buy milk, rename Buy milk to Buy oat milk",
  "set priority of Buy milk to low, delete Buy milk",
].join("\n");

/** Calls tools and notes each call. */
class Notebook {
  readonly used: ToolUse[] = [];
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  async call(name: string, args: Record<string, unknown>): Promise<ToolAnswer> {
    const answer = await this.#tools.call(name, args);
    this.used.push({ name, ok: answer.ok, detail: answer.text.slice(0, detailLength) });
    return answer;
  }
}

const line = (task: Task): string => {
  const due = task.due_at === null ? "" : `, due ${task.due_at.slice(0, 10)}`;
  return `- ${task.title} (${task.completed ? "completed" : task.priority}${due})`;
};

async function listed(intent: Extract<Intent, { kind: "list" }>, notes: Notebook): Promise<string> {
  const search = intent.search === undefined ? {} : { search: intent.search };
  const answer = await notes.call("list_tasks", { status: intent.status, limit: shownTasks, ...search });
  if (!answer.ok) return answer.text;
  const { tasks, next_cursor } = taskPage.parse(JSON.parse(answer.text));
  if (tasks.length === 0) return "There are no such tasks.";
  return [...tasks.map(line), ...(next_cursor === null ? [] : ["… and more."])].join("\n");
}

/** The one task that `title` means: the one of this very title, or the only one that contains it. */
async function found(title: string, notes: Notebook): Promise<Task | string> {
  const answer = await notes.call("list_tasks", { status: "open", search: title, limit: shownTasks });
  if (!answer.ok) return answer.text;
  const { tasks } = taskPage.parse(JSON.parse(answer.text));
  const same = tasks.filter((task) => task.title.toLowerCase() === title.toLowerCase());
  const candidates = same.length > 0 ? same : tasks;
  const [only, second] = candidates;
  if (only && !second) return only;
  if (!only) return `I find no open task called "${title}".`;
  return ["Which one do you mean?", ...candidates.map(line)].join("\n");
}

type OnTask = Extract<Intent, { kind: "complete" | "delete" | "rename" | "prioritize" }>;

async function changed(intent: OnTask, notes: Notebook): Promise<string> {
  const task = await found(intent.title, notes);
  if (typeof task === "string") return task;
  const { id, title } = task;
  const call = async (name: string, more: object, said: string): Promise<string> => {
    const answer = await notes.call(name, { id, ...more });
    return answer.ok ? said : answer.text;
  };
  switch (intent.kind) {
    case "complete":
      return call("complete_task", {}, `Completed: ${title}`);
    case "delete":
      return call("delete_task", {}, `Deleted: ${title}`);
    case "rename":
      return call("update_task", { title: intent.to }, `Renamed: ${title} is now ${intent.to}`);
    case "prioritize":
      return call("update_task", { priority: intent.priority }, `${title} has ${intent.priority} priority now.`);
  }
}

/** Does what the user wants by means of the tools. */
export async function followIntent(intent: Intent, tools: Tools): Promise<Reply> {
  const notes = new Notebook(tools);
  const reply = (text: string): Reply => ({ text, tools: notes.used });
  if (intent.kind === "help") return reply(help);
  if (intent.kind === "list") return reply(await listed(intent, notes));
  if (intent.kind !== "create") return reply(await changed(intent, notes));
  const { title, due_at, priority, tags } = intent;
  const answer = await notes.call("create_task", { title, due_at, priority, tags });
  return reply(answer.ok ? `Added: ${taskSchema.parse(JSON.parse(answer.text)).title}` : answer.text);
}
