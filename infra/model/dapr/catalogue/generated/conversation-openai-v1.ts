// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Text } from "../component-values.ts";

export interface ConversationOpenaiV1Metadata {
  /** Default: `gpt-5-nano`. */
  readonly model?: Text;
  /** Example: `https://api.openai.com/v1`. */
  readonly endpoint?: Text;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
  /** Example: `2025-01-01-preview`. */
  readonly apiVersion?: Text;
  /** Default: `open_ai`. */
  readonly apiType?: Choice<"open_ai" | "azure">;
}

export type ConversationOpenaiV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** OpenAI: `conversation.openai` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/openai/ */
export interface ConversationOpenaiV1 extends ComponentOptions {
  readonly metadata?: ConversationOpenaiV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationOpenaiV1Authentication;
}
