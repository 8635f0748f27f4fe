import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { ChatReply, Conversation } from "@todo-platform/contracts";
import { expect, inject, test } from "vitest";
import { signUp } from "./support/todo-api.ts";

const platform = inject("platform");

test("the assistant works on the user's tasks by tools, and echoes what it does not understand", async () => {
  const api = await signUp(platform, "chat");
  const say = async (message: string, conversation_id?: string): Promise<ChatReply> => {
    const answer = await api.call("POST", "/api/chat", { message, ...(conversation_id ? { conversation_id } : {}) });
    return (await answer.json()) as ChatReply;
  };
  const added = await say("add task Buy milk #home !high");
  expect(added.message).toMatchObject({ text: "Added: Buy milk", tools: [{ name: "create_task", ok: true }] });
  expect(await api.tasks()).toMatchObject([{ title: "Buy milk", tags: ["home"], priority: "high" }]);
  const echoed = await say("What is the meaning of life?", added.conversation_id);
  expect(echoed.message.text).toMatch(/^You said: What is the meaning of life\?/);
  const kept = (await (await api.call("GET", `/api/chat/${added.conversation_id}`)).json()) as Conversation;
  expect(kept.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
  const other = await signUp(platform, "stranger");
  expect((await other.call("GET", `/api/chat/${added.conversation_id}`)).status).toBe(404);
});

test("a client of the Model Context Protocol from outside uses the tools with a user's token", async () => {
  const api = await signUp(platform, "mcp");
  const connect = async (authorization: string): Promise<Client> => {
    const client = new Client({ name: "outside", version: "1.0.0" });
    const requestInit = { headers: { authorization } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${platform.ui}/mcp`), { requestInit }));
    return client;
  };
  const client = await connect(api.authorization);
  await client.callTool({ name: "create_task", arguments: { title: "From outside" } });
  expect((await api.tasks()).map(({ title }) => title)).toEqual(["From outside"]);
  await client.close();
  await expect(connect("Bearer forged")).rejects.toThrow(/401/);
});
