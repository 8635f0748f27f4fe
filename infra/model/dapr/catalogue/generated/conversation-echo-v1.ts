// DO NOT EDIT: written by `npm run generate:catalogue` from the pinned components-contrib release.
import type { ComponentOptions, Span, Text } from "../component-values.ts";

export interface ConversationEchoV1Metadata {
  /** Source: components-contrib conversation/metadata.go. */
  readonly key?: Text;
  /** Source: components-contrib conversation/metadata.go. */
  readonly model?: Text;
  /** Also: `cacheTTL`. Source: components-contrib conversation/metadata.go. */
  readonly responseCacheTTL?: Span;
  /** Source: components-contrib conversation/metadata.go. */
  readonly endpoint?: Text;
}

/** Echo: `conversation.echo` v1, alpha. https://docs.dapr.io/reference/components-reference/supported-conversation/echo/ */
export interface ConversationEchoV1 extends ComponentOptions {
  readonly metadata?: ConversationEchoV1Metadata;
}
