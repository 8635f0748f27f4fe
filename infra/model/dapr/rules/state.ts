import { error } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { at, has, isOn, literal, type Rule, type RuleInput } from "./rule.ts";

/** Actors need ETags and transactions. Source: dapr pkg/actors/state/state.go. */
const actorStore = (input: RuleInput): Problem[] =>
  isOn(input, "actorStateStore") && !input.entry.capabilities.includes("actorStateStore")
    ? [
        error(
          "TP0812",
          at(input, "actorStateStore"),
          "true",
          `is set, but ${input.entry.type} has no transactions or no ETags, which actors and workflows need`,
          "Use a store with both, such as state.postgresql or state.redis, for actors.",
        ),
      ]
    : [];

/** Source: dapr pkg/components/state/state_config.go. */
const keyPrefix = (input: RuleInput): Problem[] => {
  const prefix = literal(input, "keyPrefix");
  return prefix?.includes("||") === true
    ? [
        error(
          "TP0813",
          at(input, "keyPrefix"),
          prefix,
          'holds "||", which daprd puts between prefix and key',
          'Write "appid", "namespace", "name", "none" or a prefix without "||".',
        ),
      ]
    : [];
};

/** daprd compares these two names letter by letter, unlike others. Source: dapr pkg/encryption/encryption.go. */
const encryptionKeys = (input: RuleInput): Problem[] =>
  ["primaryEncryptionKey", "secondaryEncryptionKey"].flatMap((name) => {
    const found = input.items.get(name.toLowerCase());
    return found === undefined || found.item.name === name
      ? []
      : [
          error(
            "TP0814",
            `${input.path}.metadata[${found.index}].name`,
            found.item.name,
            "is not read in this spelling: the state is stored without encryption",
            `Write "${name}".`,
          ),
        ];
  });

/** Both fields or none; and a store with transactions. Source: dapr pkg/runtime/pubsub/outbox.go. */
const outbox = (input: RuleInput): Problem[] => {
  const fields = ["outboxPublishPubsub", "outboxPublishTopic"] as const;
  const there = fields.filter((name) => has(input, name));
  const [first] = there;
  if (first === undefined) return [];
  const lacking = fields.find((name) => !has(input, name));
  if (lacking !== undefined)
    return [
      error(
        "TP0815",
        at(input, first),
        first,
        `has no effect without ${lacking}`,
        `Add ${lacking}, or remove ${first}.`,
      ),
    ];
  return input.entry.capabilities.includes("transactional")
    ? []
    : [
        error(
          "TP0815",
          at(input, first),
          first,
          `needs transactions, which ${input.entry.type} does not have`,
          "Use a transactional store, such as state.postgresql or state.redis.",
        ),
      ];
};

/** Rules of every state store. */
export const stateRules: Rule = (input) =>
  input.entry.type.startsWith("state.")
    ? [...actorStore(input), ...keyPrefix(input), ...encryptionKeys(input), ...outbox(input)]
    : [];
