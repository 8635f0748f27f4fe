import { signal } from "@preact/signals";
import type { ChatMessage, ChatReply, Conversation } from "@todo-platform/contracts";
import { callJson, messageOf, statusOf } from "../api/call.ts";
import { loadTasks } from "./task-store.ts";
import type { Phase } from "./loading.ts";

const key = "todo-conversation";

export const messages = signal<readonly ChatMessage[]>([]);
export const history = signal<Phase>({ is: "ready" });
/** Whether an answer is on its way. */
export const isThinking = signal(false);
export const chatError = signal("");

/** Reads the conversation of this tab, when there is one that is not shown yet. */
export async function loadConversation(): Promise<void> {
  const id = sessionStorage.getItem(key);
  if (!id || messages.value.length > 0) return;
  history.value = { is: "loading" };
  try {
    messages.value = (await callJson<Conversation>("GET", `/api/chat/${id}`)).messages;
    history.value = { is: "ready" };
  } catch (error) {
    if (statusOf(error) === 404) return newConversation();
    history.value = { is: "failed", message: messageOf(error) };
  }
}

/** Begins anew. */
export function newConversation(): void {
  sessionStorage.removeItem(key);
  messages.value = [];
  chatError.value = "";
  history.value = { is: "ready" };
}

/** Sends a message; it is taken back, for another try, when no answer comes. */
export async function ask(message: string): Promise<boolean> {
  const conversation_id = sessionStorage.getItem(key) ?? undefined;
  const before = messages.value;
  isThinking.value = true;
  chatError.value = "";
  messages.value = [...before, { role: "user", text: message, tools: [], at: new Date().toISOString() }];
  try {
    const body = conversation_id === undefined ? { message } : { conversation_id, message };
    const reply = await callJson<ChatReply>("POST", "/api/chat", { body });
    sessionStorage.setItem(key, reply.conversation_id);
    messages.value = [...messages.value, reply.message];
    if (reply.message.tools.length > 0) void loadTasks();
    return true;
  } catch (error) {
    messages.value = before;
    chatError.value = messageOf(error);
    return false;
  } finally {
    isThinking.value = false;
  }
}
