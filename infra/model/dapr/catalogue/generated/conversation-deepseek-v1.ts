// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Count, Secret, Span, Text } from "../component-values.ts";

export interface ConversationDeepseekV1Metadata {
  /** Default: `deepseek-chat`. */
  readonly model?: Text;
  /** Default: `https://api.deepseek.com`. */
  readonly endpoint?: Text;
  /** Example: `2048`. */
  readonly maxTokens?: Count;
  /** Also: `cacheTTL`. Source: components-contrib conversation/metadata.go. */
  readonly responseCacheTTL?: Span;
}

export type ConversationDeepseekV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** Deepseek: `conversation.deepseek` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/setup-deepseek/ */
export interface ConversationDeepseekV1 extends ComponentOptions {
  readonly metadata?: ConversationDeepseekV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationDeepseekV1Authentication;
}
