// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface ConversationHuggingfaceV1Metadata {
  /** Default: `deepseek-ai/DeepSeek-R1-Distill-Qwen-32B`. */
  readonly model?: Text;
  readonly endpoint?: Text;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
}

export type ConversationHuggingfaceV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** Huggingface: `conversation.huggingface` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/hugging-face/ */
export interface ConversationHuggingfaceV1 extends ComponentOptions {
  readonly metadata?: ConversationHuggingfaceV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationHuggingfaceV1Authentication;
}
