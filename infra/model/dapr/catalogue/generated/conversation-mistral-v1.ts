// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface ConversationMistralV1Metadata {
  /** Default: `open-mistral-7b`. */
  readonly model?: Text;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
  /** Source: components-contrib conversation/metadata.go. */
  readonly endpoint?: Text;
}

export type ConversationMistralV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** Mistral: `conversation.mistral` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/mistral/ */
export interface ConversationMistralV1 extends ComponentOptions {
  readonly metadata?: ConversationMistralV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationMistralV1Authentication;
}
