import { error, warning } from "../../checks/error.ts";
import type { Problem } from "../../problems.ts";
import { at, has, isOn, isType, literal, text, type Rule, type RuleInput } from "./rule.ts";

/** Credentials, and the authType that reads them. Source: components-contrib common/component/kafka/kafka.go. */
const readers: readonly (readonly [string, readonly string[]])[] = [
  ["saslUsername", ["password"]],
  ["saslPassword", ["password"]],
  ["saslMechanism", ["password"]],
  ["oidcTokenEndpoint", ["oidc", "oidc_private_key_jwt"]],
  ["oidcClientSecret", ["oidc"]],
  ["oidcClientAssertionKey", ["oidc_private_key_jwt"]],
  ["clientCert", ["mtls"]],
  ["clientKey", ["mtls"]],
];

const ignoredCredentials = (input: RuleInput, authType: string): Problem[] =>
  readers
    .filter(([name, types]) => has(input, name) && !types.includes(authType))
    .map(([name, types]) =>
      warning(
        "TP0801",
        at(input, name),
        name,
        `is not read with authType "${authType}"`,
        `Set authType to ${types.map((type) => `"${type}"`).join(" or ")}, or remove ${name}.`,
      ),
    );

/** With authType none TLS is off, whatever else is set. Source: components-contrib common/component/kafka/auth.go. */
const tlsWithoutAuthentication = (input: RuleInput): Problem[] =>
  has(input, "caCert") && !isOn(input, "disableTls")
    ? [
        warning(
          "TP0803",
          at(input, "caCert"),
          "caCert",
          'is not read with authType "none": the connection is not encrypted',
          'Set authType to "certificate" for TLS without a client certificate, or remove caCert.',
        ),
      ]
    : [];

/** Source: components-contrib common/component/kafka/auth.go. */
const mtlsWithoutTls = (input: RuleInput): Problem[] =>
  isOn(input, "disableTls")
    ? [
        error(
          "TP0805",
          at(input, "disableTls"),
          "true",
          'stops the component with authType "mtls"',
          "Remove disableTls.",
        ),
      ]
    : [];

/**
 * Consumers of one group share the events: with one name for several apps each app gets a part of them only.
 * Source: components-contrib common/component/kafka/metadata.go; dapr pkg/runtime/processor/pubsub (consumerID is the
 * app id when it is not set).
 */
const sharedGroup = (input: RuleInput): Problem[] => {
  const scopes = [...new Set(input.context.scopes)];
  const name = has(input, "consumerGroup") ? "consumerGroup" : "consumerID";
  const group = text(input, name);
  if (scopes.length < 2 || group === undefined || group === "" || /\{(appID|podName|uuid|namespace)\}/.test(group))
    return [];
  return [
    warning(
      "TP0804",
      at(input, name),
      group,
      `is one consumer group for ${scopes.length} apps (${scopes.join(", ")}): each event reaches one of them only`,
      'Write "{appID}", or a component per app.',
    ),
  ];
};

/** Rules of pubsub.kafka and bindings.kafka. */
export const kafkaRules: Rule = (input) => {
  if (!isType(input, "pubsub.kafka", "bindings.kafka")) return [];
  const authType = literal(input, "authType")?.toLowerCase();
  return [
    ...(authType === undefined ? [] : ignoredCredentials(input, authType)),
    ...(authType === "none" ? tlsWithoutAuthentication(input) : []),
    ...(authType === "mtls" ? mtlsWithoutTls(input) : []),
    ...(isType(input, "pubsub.kafka") ? sharedGroup(input) : []),
  ];
};
