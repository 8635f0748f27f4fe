import { randomUUID } from "node:crypto";
import { chatRequest } from "@todo-platform/contracts";
import type { ChatMessage } from "@todo-platform/contracts";
import { Problem, userOf, validate } from "@todo-platform/service-kit";
import type { Invoker, Logger } from "@todo-platform/service-kit";
import { messageOf } from "@todo-platform/service-kit";
import { Router } from "express";
import { z } from "zod";
import { answerMessage } from "./assistant.ts";
import type { ConversationStore } from "./conversation-store.ts";
import type { LanguageModel } from "./language-model.ts";
import { withTools } from "./tools.ts";

/** What {@link chatRoutes} needs. */
export interface ChatDeps {
  readonly conversations: ConversationStore;
  readonly model: LanguageModel;
  readonly invoker: Invoker;
  readonly log: Logger;
}

const unknown = (): Problem => new Problem(404, "There is no such conversation.");
const message = (role: ChatMessage["role"], text: string, tools: ChatMessage["tools"] = []): ChatMessage => ({
  role,
  text,
  tools,
  at: new Date().toISOString(),
});

/** `POST /chat` and `GET /chat/:id`: the assistant, and what was said before. */
export function chatRoutes({ conversations, model, invoker, log }: ChatDeps): Router {
  const orUnavailable = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      log.error(`the assistant cannot answer: ${messageOf(error)}`);
      throw new Problem(503, "The assistant is not available at the moment. Try again.");
    });
  const router = Router();
  router.post("/chat", async (request, response) => {
    const sent = validate(chatRequest, request.body);
    const user = userOf(response);
    const { conversation_id } = sent;
    const earlier =
      conversation_id === undefined ? undefined : await orUnavailable(conversations.find(conversation_id, user));
    if (sent.conversation_id !== undefined && !earlier) throw unknown();
    const asked = message("user", sent.message);
    const messages = [...(earlier?.messages ?? []), asked];
    const authorization = request.header("authorization") ?? "";
    const { text, tools } = await orUnavailable(
      withTools(invoker, authorization, (own) => answerMessage(messages, own, model)),
    );
    const answered = message("assistant", text, [...tools]);
    const id = sent.conversation_id ?? randomUUID();
    if (!(await orUnavailable(conversations.add(id, user, [asked, answered])))) throw unknown();
    response.json({ conversation_id: id, message: answered });
  });
  router.get("/chat/:id", async (request, response) => {
    const id = z.uuid().safeParse(request.params["id"]).data;
    const found = id === undefined ? undefined : await orUnavailable(conversations.find(id, userOf(response)));
    if (!found) throw unknown();
    response.json(found);
  });
  return router;
}
