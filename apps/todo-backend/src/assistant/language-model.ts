import type { ChatMessage } from "@todo-platform/contracts";
import type { DaprClient } from "@todo-platform/service-kit";
import { z } from "zod";
import type { ToolDescription } from "./tools.ts";

/** A call that the model asks for. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A call that was made, and its answer. */
export interface ToolResult extends ToolCall {
  readonly answer: string;
}

/** What the model is given. */
export interface Prompt {
  readonly instructions: string;
  /** The conversation so far, the user's newest message last. */
  readonly messages: readonly Pick<ChatMessage, "role" | "text">[];
  readonly tools: readonly ToolDescription[];
  /** Calls that it has asked for in this turn. */
  readonly results: readonly ToolResult[];
}

/** What the model says, and the tools it wants called first; without calls the text is its answer. */
export interface Completion {
  readonly text: string;
  readonly calls: readonly ToolCall[];
}

/** A language model, whoever provides it. */
export interface LanguageModel {
  /** @throws when the provider does not answer */
  complete(prompt: Prompt): Promise<Completion>;
}

const answer = z.object({
  outputs: z.array(
    z.object({
      choices: z.array(
        z.object({
          message: z.object({
            content: z.string().default(""),
            toolCalls: z
              .array(
                z.object({
                  id: z.string().default(""),
                  function: z.object({ name: z.string(), arguments: z.string() }),
                }),
              )
              .default([]),
          }),
        }),
      ),
    }),
  ),
});

function parseArguments(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return z.record(z.string(), z.unknown()).safeParse(parsed).data;
  } catch {
    return undefined;
  }
}

const content = (text: string) => ({ content: [{ text }] });

const toMessages = ({ instructions, messages, results }: Prompt): object[] => [
  { ofSystem: content(instructions) },
  ...messages.map(({ role, text }) => (role === "user" ? { ofUser: content(text) } : { ofAssistant: content(text) })),
  ...results.flatMap(({ id, name, args, answer: text }) => [
    { ofAssistant: { toolCalls: [{ id, function: { name, arguments: JSON.stringify(args) } }] } },
    { ofTool: { toolId: id, name, ...content(text) } },
  ]),
];

const withoutModel = ({ messages }: Prompt): string =>
  `You said: ${messages.at(-1)?.text ?? ""}\nNo language model is configured here, so that is all I can say to it. Ask for "help".`;

/**
 * The model behind conversation component `component` (Dapr conversation API, alpha 2; the SDK has it for gRPC only).
 * A call whose arguments are no JSON object is left out: the echo component, which stands in where no model is
 * configured, asks for every tool with such ones.
 */
export const createLanguageModel = (dapr: DaprClient, component: string): LanguageModel => ({
  async complete(prompt) {
    const tools = prompt.tools.map((tool) => ({ function: tool }));
    const body = JSON.stringify({ inputs: [{ messages: toMessages(prompt) }], tools });
    const headers = { "content-type": "application/json" };
    const path = `/conversation/${component}/converse`;
    const response = await dapr.call(path, { api: "v1.0-alpha2", method: "POST", headers, body });
    const message = answer.parse(await response.json()).outputs[0]?.choices[0]?.message;
    const calls = (message?.toolCalls ?? []).flatMap(({ id, function: { name, arguments: text } }) => {
      const args = parseArguments(text);
      return args ? [{ id, name, args }] : [];
    });
    const text = message?.content ?? "";
    // A model does not begin with its own instructions; the echo component does.
    if (text.startsWith(prompt.instructions)) return { text: withoutModel(prompt), calls: [] };
    return { text, calls };
  },
});
