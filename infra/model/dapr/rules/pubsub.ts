import { error } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { at, has, isOn, isType, literal, type Rule, type RuleInput } from "./rule.ts";

/** Parts that daprd skips leave an app without its limits. Source: dapr pkg/scopes/scopes.go. */
const topicScopes = (input: RuleInput): Problem[] =>
  ["publishingScopes", "subscriptionScopes"].flatMap((name) => {
    const value = literal(input, name);
    const skipped = (value ?? "").split(";").filter((part) => part.trim() !== "" && !part.includes("="));
    return skipped.length === 0
      ? []
      : [
          error(
            "TP0817",
            at(input, name),
            value,
            `is skipped where it has no "=": ${skipped.map((part) => `"${part.trim()}"`).join(", ")}`,
            'Write "app1=topic1,topic2;app2=": apps between ";", an app without topics with an empty list.',
          ),
        ];
  });

/** Source: components-contrib pubsub/rabbitmq/metadata.go. */
const saslExternal = (input: RuleInput): Problem[] => {
  const lacking = ["caCert", "clientCert", "clientKey"].filter((name) => !has(input, name));
  return isType(input, "pubsub.rabbitmq") && isOn(input, "saslExternal") && lacking.length > 0
    ? [
        error(
          "TP0818",
          at(input, "saslExternal"),
          "true",
          `needs ${lacking.join(", ")} as well`,
          "Add the certificates, or remove saslExternal.",
        ),
      ]
    : [];
};

/** Source: components-contrib pubsub/aws/snssqs/metadata.go. */
const sqsDeadLetters = (input: RuleInput): Problem[] =>
  isType(input, "pubsub.aws.snssqs") &&
  has(input, "sqsDeadLettersQueueName") &&
  isOn(input, "disableDeleteOnRetryLimit")
    ? [
        error(
          "TP0820",
          at(input, "disableDeleteOnRetryLimit"),
          "true",
          "stops the component beside sqsDeadLettersQueueName",
          "Remove disableDeleteOnRetryLimit: the dead-letter queue takes what is given up.",
        ),
      ]
    : [];

/** Rules of every pub/sub. */
export const pubsubRules: Rule = (input) =>
  input.entry.type.startsWith("pubsub.")
    ? [...topicScopes(input), ...saslExternal(input), ...sqsDeadLetters(input)]
    : [];
