import type { ComponentSpec } from "../dapr/component-spec.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { rabbitmqDurability, rabbitmqPubSub } from "../rabbitmq.ts";
import { valueOf } from "./component-values.ts";
import { error } from "./error.ts";
import { serverProblems } from "./server-problems.ts";

/** What is lost when a setting is not as it must be. */
const losses: Readonly<Record<keyof typeof rabbitmqDurability, string>> = {
  durable: "loses every queue when the broker restarts",
  deletedWhenUnused: "deletes an app's queue with its events as soon as the app has no sidecar, as in each restart",
  deliveryMode: "keeps events in the broker's memory only",
  autoAck: "takes an event for handled before the app has seen it",
  requeueInFailure: "drops an event that could neither be handled nor moved to the dead letters",
  publisherConfirm: "acknowledges an event before the broker has it",
};

/** What daprd does when a component says nothing. Source: components-contrib pubsub/rabbitmq/metadata.go. */
const defaults: Readonly<Record<keyof typeof rabbitmqDurability, string>> = {
  durable: "true",
  deletedWhenUnused: "true",
  deliveryMode: "0",
  autoAck: "false",
  requeueInFailure: "false",
  publisherConfirm: "false",
};

const lossProblems = (name: string, spec: ComponentSpec): Problem[] =>
  Object.entries(rabbitmqDurability).flatMap(([key, should]) => {
    const field = key as keyof typeof rabbitmqDurability;
    const is = valueOf(spec, field);
    if ((is ?? defaults[field]) === String(should)) return [];
    return [
      error(
        "TP0441",
        `components.${name}.metadata.${field}`,
        is,
        losses[field],
        `Write ${field}: ${should}, as rabbitmqPubSub does.`,
      ),
    ];
  });

/** The RabbitMQ server, and that it keeps what it has acknowledged. */
export const checkRabbitmq = (platform: PlatformSpec): Problem[] => {
  const { rabbitmq, dapr, pubsub, components } = platform;
  const server = rabbitmq && {
    key: "rabbitmq" as const,
    title: "RabbitMQ",
    kind: rabbitmq.kind,
    type: "pubsub.rabbitmq",
    expected: rabbitmqPubSub(rabbitmq),
    maker: "rabbitmqPubSub(rabbitmq)",
    fields: ["connectionString", "hostname", "protocol", "username", "password", "caCert"],
    code: "TP0434",
  };
  const carrier = components[pubsub];
  return [
    ...(server === undefined ? [] : serverProblems(platform, server)),
    ...(rabbitmq?.kind === "external" && rabbitmq.tls === false && dapr.highAvailability
      ? [
          error(
            "TP0422",
            "rabbitmq.tls",
            false,
            "sends the password and all events in plain text to a server elsewhere",
            "Use true for a public authority or a Secret's key with its CA; plain text is for development.",
          ),
        ]
      : []),
    ...(carrier?.type === "pubsub.rabbitmq" ? lossProblems(pubsub, carrier) : []),
  ];
};
