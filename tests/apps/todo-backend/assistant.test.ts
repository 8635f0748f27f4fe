import type { ChatReply, Conversation } from "@todo-platform/contracts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readIntent } from "../../../apps/todo-backend/src/assistant/intent.ts";
import { echo } from "../../support/fake-sidecar.ts";
import type { RunningApp } from "../../support/running-app.ts";
import { putToolsBehind } from "../mcp-tools/tools-behind.ts";
import { startBackend } from "./backend-under-test.ts";
import type { BackendUnderTest } from "./backend-under-test.ts";

const create = { kind: "create", due_at: null, priority: "medium", tags: [] };

test.each([
  ["help", { kind: "help" }],
  ["What can you do?", { kind: "help" }],
  ["show my open tasks", { kind: "list", status: "open", search: undefined }],
  ["List all tasks about 'milk'", { kind: "list", status: "all", search: "milk" }],
  ["list done tasks", { kind: "list", status: "completed", search: undefined }],
  ["Please add task Buy milk.", { ...create, title: "Buy milk" }],
  ['create a task: "Call Bob"', { ...create, title: "Call Bob" }],
  [
    "add Pay rent #home #money !high due 2026-12-24",
    { ...create, title: "Pay rent", tags: ["home", "money"], priority: "high", due_at: "2026-12-24T09:00:00Z" },
  ],
  ["add x due 2026-99-99", { ...create, title: "x" }],
  ["remind me to call", { ...create, title: "call" }],
  ["complete Buy milk", { kind: "complete", title: "Buy milk" }],
  ["mark Buy milk as done", { kind: "complete", title: "Buy milk" }],
  ["delete task Buy milk", { kind: "delete", title: "Buy milk" }],
  ["rename a to b", { kind: "rename", title: "a", to: "b" }],
  ["set the priority of a to LOW", { kind: "prioritize", title: "a", priority: "low" }],
  ["add #only-a-tag", undefined],
  ["how is the weather?", undefined],
  ["", undefined],
])("%j is read as an intent", (message, intent) => {
  expect(readIntent(message)).toEqual(intent);
});

test("no sentence takes long to read", () => {
  const started = performance.now();
  for (const part of ["add ", "rename a to ", "#", "list tasks about ", " "]) readIntent(part.repeat(2000));
  expect(performance.now() - started).toBeLessThan(500);
});

describe("the assistant", () => {
  let backend: BackendUnderTest;
  let tools: RunningApp;

  beforeAll(async () => {
    backend = await startBackend();
    tools = await putToolsBehind(backend);
  });
  afterAll(async () => {
    await tools.stop();
    await backend.stop();
  });
  beforeEach(async () => {
    await backend.clear();
    backend.sidecar.converse = echo;
  });

  const say = (message: string, more: object = {}, token = backend.tokens.ann) =>
    backend.call("POST", "/api/chat", { body: { message, ...more }, token });
  const said = async (message: string, more: object = {}) => (await say(message, more)).body as ChatReply;
  const titles = async () =>
    ((await backend.call("GET", "/api/tasks")).body as { tasks: { title: string }[] }).tasks.map(({ title }) => title);

  test("works on the user's tasks by tools and says which it used", async () => {
    expect((await said("add task Buy milk")).message).toMatchObject({
      role: "assistant",
      text: "Added: Buy milk",
      tools: [{ name: "create_task", ok: true }],
    });
    expect(await titles()).toEqual(["Buy milk"]);
    expect((await said("show my tasks")).message.text).toBe("- Buy milk (medium)");
    expect((await said("rename buy MILK to Oat milk")).message.text).toBe("Renamed: Buy milk is now Oat milk");
    expect((await said("set priority of oat to high")).message.text).toBe("Oat milk has high priority now.");
    expect((await said("complete Oat milk")).message).toMatchObject({
      text: "Completed: Oat milk",
      tools: [{ name: "list_tasks" }, { name: "complete_task" }],
    });
    expect((await said("show my open tasks")).message.text).toBe("There are no such tasks.");
    expect((await said("delete Oat milk")).message.text).toBe('I find no open task called "Oat milk".');
  });

  test("asks which task is meant rather than guess", async () => {
    await said("add task Buy milk");
    await said("add task Buy bread");
    expect((await said("delete buy")).message.text).toBe(
      "Which one do you mean?\n- Buy bread (medium)\n- Buy milk (medium)",
    );
    expect(await titles()).toEqual(["Buy bread", "Buy milk"]);
  });

  test("tells what the backend refuses", async () => {
    const { message } = await said(`add task ${"x".repeat(300)}`);
    expect(message.tools).toMatchObject([{ name: "create_task", ok: false }]);
    expect(message.text).toMatch(/title/);
  });

  test("keeps a conversation for its user only", async () => {
    const first = await said("add task A");
    const id = first.conversation_id;
    await said("add task B", { conversation_id: id });
    const { body } = await backend.call("GET", `/api/chat/${id}`);
    expect((body as Conversation).messages.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      "user: add task A",
      "assistant: Added: A",
      "user: add task B",
      "assistant: Added: B",
    ]);
    expect([...backend.sidecar.state.keys()]).toContain(`conversation-${id}`);
    const { bob } = backend.tokens;
    expect((await backend.call("GET", `/api/chat/${id}`, { token: bob })).status).toBe(404);
    expect((await say("add task C", { conversation_id: id }, bob)).status).toBe(404);
    expect((await say("help", { conversation_id: "00000000-0000-4000-8000-000000000000" })).status).toBe(404);
  });

  test("says so when there is no language model behind the echo", async () => {
    expect((await said("How is the weather?")).message).toMatchObject({
      text: expect.stringMatching(/^You said: How is the weather\?\nNo language model is configured here/),
      tools: [],
    });
  });

  test("lets a language model use the tools, and shows it their answers", async () => {
    const asked: unknown[] = [];
    const calls = [
      { id: "1", function: { name: "create_task", arguments: '{"title":"Water plants"}' } },
      { id: "2", function: { name: "no_tool", arguments: "{}" } },
      { id: "3", function: { name: "list_tasks", arguments: "not JSON" } },
    ];
    backend.sidecar.converse = (request) => {
      asked.push(request);
      const message = asked.length === 1 ? { content: "", toolCalls: calls } : { content: "Done." };
      return { outputs: [{ choices: [{ message }] }] };
    };
    expect((await said("I should not forget my plants")).message).toMatchObject({
      text: "Done.",
      tools: [
        { name: "create_task", ok: true },
        { name: "no_tool", ok: false, detail: "There is no such tool." },
      ],
    });
    expect(await titles()).toEqual(["Water plants"]);
    expect(backend.sidecar.calls).toContain("POST /v1.0-alpha2/conversation/assistant/converse");
    expect(asked[1]).toMatchObject({
      inputs: [
        { messages: [{}, {}, {}, { ofTool: { toolId: "1", name: "create_task" } }, {}, { ofTool: { toolId: "2" } }] },
      ],
    });
  });

  test("does not let a language model call tools for ever", async () => {
    let rounds = 0;
    backend.sidecar.converse = ({ tools: offered }) => {
      rounds += 1;
      const toolCalls = [{ id: "1", function: { name: "list_tasks", arguments: "{}" } }];
      return { outputs: [{ choices: [{ message: { content: `offered ${offered?.length}`, toolCalls } }] }] };
    };
    expect((await said("again and again")).message.text).toBe("offered 0");
    expect(rounds).toBe(5);
  });

  test.each(["invoke", "conversation"])("answers 503 and keeps nothing while %s is down", async (part) => {
    backend.sidecar.down.add(part);
    expect(await say("How is the weather?")).toMatchObject({ status: 503 });
    expect([...backend.sidecar.state.keys()].filter((key) => key.startsWith("conversation-"))).toEqual([]);
  });

  test("answers 503 while the state store is down", async () => {
    const { conversation_id } = (await say("How is the weather?")).body as { conversation_id: string };
    backend.sidecar.down.add("state");
    const read = await backend.call("GET", `/api/chat/${conversation_id}`);
    expect([(await say("And now?")).status, read.status]).toEqual([503, 503]);
  });

  test("refuses a message that is none", async () => {
    for (const message of ["", " ", "x".repeat(2001)]) expect((await say(message)).status).toBe(400);
    expect((await backend.call("POST", "/api/chat", { body: { message: "x" }, token: null })).status).toBe(401);
    expect((await backend.call("GET", "/api/chat/none")).status).toBe(404);
  });
});
