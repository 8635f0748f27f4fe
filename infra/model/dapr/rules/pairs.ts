import { error } from "../../checks/error.ts";
import { at, has, type Rule } from "./rule.ts";

/**
 * Two fields that make sense together only: type, one, other.
 * Sources: components-contrib common/component/kafka/metadata.go, pubsub/jetstream/metadata.go, pubsub/tls.go,
 * bindings/http/http.go, common/component/redis/redis.go, pubsub/aws/snssqs/metadata.go, bindings/smtp/smtp.go.
 */
const pairs: readonly (readonly [readonly string[], string, string])[] = [
  [["pubsub.kafka", "bindings.kafka"], "clientCert", "clientKey"],
  [["pubsub.jetstream"], "jwt", "seedKey"],
  [["pubsub.jetstream"], "tls_client_cert", "tls_client_key"],
  [["bindings.http"], "MTLSClientCert", "MTLSClientKey"],
  [["state.redis", "pubsub.redis", "bindings.redis", "configuration.redis", "lock.redis"], "clientCert", "clientKey"],
  [["pubsub.aws.snssqs"], "sqsDeadLettersQueueName", "messageReceiveLimit"],
  [["bindings.smtp"], "user", "password"],
];

/** One half of a pair is of no use, or stops the component. */
export const pairRules: Rule = (input) =>
  pairs.flatMap(([types, a, b]) => {
    if (!types.includes(input.entry.type) || has(input, a) === has(input, b)) return [];
    const [there, lacking] = has(input, a) ? [a, b] : [b, a];
    return [
      error("TP0802", at(input, there), there, `needs ${lacking} as well`, `Add ${lacking}, or remove ${there}.`),
    ];
  });
