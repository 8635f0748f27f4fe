import type { FieldEntry } from "../entry.ts";

const field = (name: string, source: string, more: Partial<FieldEntry> = {}): FieldEntry => ({
  name,
  type: "string",
  required: false,
  sensitive: false,
  source: `dapr ${source}`,
  ...more,
});

/** Metadata that daprd itself reads, by family of components. */
export const runtimeFields: Readonly<Record<string, readonly FieldEntry[]>> = {
  state: [
    // appid (the default), name, namespace, none, or any prefix.
    field("keyPrefix", "pkg/components/state/state_config.go", { default: "appid", example: "none" }),
    field("primaryEncryptionKey", "pkg/encryption/encryption.go", { sensitive: true }),
    field("secondaryEncryptionKey", "pkg/encryption/encryption.go", { sensitive: true }),
    field("outboxPublishPubsub", "pkg/runtime/pubsub/outbox.go"),
    field("outboxPublishTopic", "pkg/runtime/pubsub/outbox.go"),
    field("outboxPubsub", "pkg/runtime/pubsub/outbox.go"),
    field("outboxDiscardWhenMissingState", "pkg/runtime/pubsub/outbox.go", { type: "bool", default: "false" }),
    field("actorStateStore", "pkg/runtime/processor/state/state.go", { type: "bool", default: "false" }),
  ],
  lock: [field("keyPrefix", "pkg/components/lock/lock_config.go", { default: "appid", example: "none" })],
  pubsub: [
    field("consumerID", "pkg/runtime/processor/pubsub/pubsub.go", { default: "the app id", example: "{appID}" }),
    field("publishingScopes", "pkg/scopes/scopes.go", { example: "app1=topic1;app2=topic2,topic3;app3=" }),
    field("subscriptionScopes", "pkg/scopes/scopes.go", { example: "app1=topic1;app2=topic2,topic3;app3=" }),
    field("allowedTopics", "pkg/scopes/scopes.go", { example: "topic1,topic2" }),
    field("protectedTopics", "pkg/scopes/scopes.go", { example: "topic1,topic2" }),
  ],
  bindings: [
    field("direction", "pkg/runtime/processor/binding/binding.go", { example: "input, output" }),
    field("route", "pkg/runtime/processor/binding/binding.go", { direction: "input", example: "/on-event" }),
  ],
};
