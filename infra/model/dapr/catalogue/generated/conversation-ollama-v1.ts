// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Text } from "../component-values.ts";

export interface ConversationOllamaV1Metadata {
  /** Default: `llama3.2:latest`. */
  readonly model?: Text;
  /** Example: `10m`. Also: `responseCacheTTL`. */
  readonly cacheTTL?: Text;
  /** Default: `http://localhost:11434/v1`. */
  readonly endpoint?: Text;
  /** Source: components-contrib conversation/metadata.go. */
  readonly key?: Text;
}

/** Ollama: `conversation.ollama` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/ollama/ */
export interface ConversationOllamaV1 extends ComponentOptions {
  readonly metadata?: ConversationOllamaV1Metadata;
}
