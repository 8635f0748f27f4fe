// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { Choice, ComponentOptions, Secret, Text } from "../component-values.ts";

export interface ConversationAnthropicV1Metadata {
  /** Default: `claude-sonnet-4-20250514`. */
  readonly model?: Text;
  /** Example: `https://my-resource.services.ai.azure.com/anthropic/v1`. */
  readonly endpoint?: Text;
  /** Default: `anthropic`. */
  readonly apiType?: Choice<"anthropic" | "foundry">;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
}

export type ConversationAnthropicV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** Anthropic: `conversation.anthropic` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/anthropic/ */
export interface ConversationAnthropicV1 extends ComponentOptions {
  readonly metadata?: ConversationAnthropicV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationAnthropicV1Authentication;
}
