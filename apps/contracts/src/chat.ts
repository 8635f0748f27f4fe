import { z } from "zod";
import { moment } from "./task.ts";

/** A tool that was used to answer, and what came of it. */
export const toolUse = z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string() });

/** One message of a conversation. */
export const chatMessage = z.strictObject({
  role: z.enum(["user", "assistant"]),
  text: z.string(),
  tools: z.array(toolUse),
  at: moment,
});

/** A conversation, kept by the state store under `conversation-{id}`; only its user may read it. */
export const conversation = z.strictObject({ id: z.uuid(), user_id: z.string(), messages: z.array(chatMessage) });

/** Body of `POST /api/chat`; without an id a new conversation begins. */
export const chatRequest = z.strictObject({
  conversation_id: z.uuid().optional(),
  message: z.string().trim().min(1).max(2000),
});

/** Answer of `POST /api/chat`. */
export const chatReply = z.strictObject({ conversation_id: z.uuid(), message: chatMessage });

export type ToolUse = z.infer<typeof toolUse>;
export type ChatMessage = z.infer<typeof chatMessage>;
export type Conversation = z.infer<typeof conversation>;
export type ChatRequest = z.infer<typeof chatRequest>;
export type ChatReply = z.infer<typeof chatReply>;
