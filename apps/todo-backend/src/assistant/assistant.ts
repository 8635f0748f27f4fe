import type { ChatMessage } from "@todo-platform/contracts";
import { followIntent } from "./follow-intent.ts";
import type { Reply } from "./follow-intent.ts";
import { readIntent } from "./intent.ts";
import type { LanguageModel, ToolResult } from "./language-model.ts";
import type { Tools } from "./tools.ts";

/** How often the model may ask for tools before it has to answer. */
const rounds = 4;
/** How much of the conversation the model is shown. */
const remembered = 20;

const instructions =
  "You help a user with a list of tasks. Use the tools to read and change tasks; never invent one. Answer in one or two " +
  "plain sentences. Ask before you delete anything that the user has not named.";

/** Lets the model answer, with what tools it asks for. */
async function converse(
  messages: readonly Pick<ChatMessage, "role" | "text">[],
  tools: Tools,
  model: LanguageModel,
): Promise<Reply> {
  const descriptions = await tools.list();
  const results: ToolResult[] = [];
  const used: ChatMessage["tools"] = [];
  for (let round = 0; ; round++) {
    const offered = round < rounds ? descriptions : [];
    const { text, calls } = await model.complete({ instructions, messages, tools: offered, results });
    if (calls.length === 0 || round === rounds) return { text, tools: used };
    for (const call of calls) {
      const known = descriptions.some(({ name }) => name === call.name);
      const answer = known ? await tools.call(call.name, call.args) : { ok: false, text: "There is no such tool." };
      used.push({ name: call.name, ok: answer.ok, detail: answer.text.slice(0, 200) });
      results.push({ ...call, answer: answer.text });
    }
  }
}

/**
 * Answers the newest message of a conversation: what can be read as an intent is done without a language model, all else
 * goes to the model.
 */
export async function answerMessage(
  messages: readonly Pick<ChatMessage, "role" | "text">[],
  tools: Tools,
  model: LanguageModel,
): Promise<Reply> {
  const intent = readIntent(messages.at(-1)?.text ?? "");
  return intent ? followIntent(intent, tools) : converse(messages.slice(-remembered), tools, model);
}
