// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Secret, Text } from "../component-values.ts";

export interface ConversationGoogleaiV1Metadata {
  /** Default: `gemini-2.5-flash-lite`. */
  readonly model?: Text;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
  /** Source: components-contrib conversation/metadata.go. */
  readonly endpoint?: Text;
}

export type ConversationGoogleaiV1Authentication =
  /** API Key. */
  | {
      readonly profile: "api-key";
      /** Required. Secret. */
      readonly key: Secret;
    };

/** GoogleAI: `conversation.googleai` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/googleai/ */
export interface ConversationGoogleaiV1 extends ComponentOptions {
  readonly metadata?: ConversationGoogleaiV1Metadata;
  /** Exactly one. */
  readonly authentication?: ConversationGoogleaiV1Authentication;
}
