import type { ExternalKafkaSpec, KafkaProvider, KafkaSpec, OwnKafkaSpec, SaslMechanism } from "../kafka.ts";
import { kafkaTopicNames, saslMechanisms } from "../kafka.ts";
import { kafkaPubSub } from "../kafka-pubsub.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { checkEventHubs } from "./check-event-hubs.ts";
import { differences } from "./component-values.ts";
import { checkRedpanda } from "./check-redpanda.ts";
import { error } from "./error.ts";

/** Mechanisms of each provider. Sources: their own client guides; Event Hubs takes a connection string as password. */
const providerMechanisms: ReadonlyMap<KafkaProvider, readonly SaslMechanism[]> = new Map([
  ["redpanda-cloud", ["SCRAM-SHA-256", "SCRAM-SHA-512"]],
  ["confluent-cloud", ["PLAIN"]],
  ["event-hubs", ["PLAIN"]],
]);

/** Metadata by which a client finds a cluster and says who it is. */
const connectionFields = [
  "brokers",
  "authType",
  "saslMechanism",
  "saslUsername",
  "saslPassword",
  "caCert",
  "disableTls",
];

/** The component that carries the topics and the cluster must mean the same connection. */
const connectionProblems = (platform: PlatformSpec, kafka: KafkaSpec): Problem[] => {
  const actual = platform.components[platform.pubsub];
  if (actual?.type !== "pubsub.kafka") return [];
  const expected = kafkaPubSub(kafka, platform.maxMessageSize);
  return differences(actual, expected, connectionFields).map(({ field, is, should }) =>
    error(
      "TP0420",
      `components.${platform.pubsub}.metadata.${field}`,
      is,
      `is not how the cluster of kind ${kafka.kind} is reached: there ${field} is ${should}`,
      "Make the component by kafkaPubSub(kafka, maxMessageSize), or correct kafka.",
    ),
  );
};

/** How many brokers keep records. */
const brokersOf = (kafka: OwnKafkaSpec): number => (kafka.kind === "plain" ? 1 : kafka.brokers);

const copyProblems = (kafka: OwnKafkaSpec): Problem[] => {
  const brokers = brokersOf(kafka);
  const tooMany =
    kafka.replicationFactor > brokers
      ? [
          error(
            "TP0418",
            "kafka.replicationFactor",
            kafka.replicationFactor,
            `asks for more copies than the ${brokers} broker(s) can keep, so no topic would be made`,
            kafka.kind === "plain"
              ? 'Use 1, or kind "strimzi" or "redpanda" with as many brokers.'
              : "Raise kafka.brokers or lower it.",
          ),
        ]
      : [];
  if (kafka.kind === "redpanda") return [...tooMany, ...checkRedpanda(kafka)];
  if (kafka.kind === "plain") return tooMany;
  const { minInsyncReplicas: least, replicationFactor: copies, controllers } = kafka;
  return [
    ...tooMany,
    ...(least > copies || (least === copies && copies > 1)
      ? [
          error(
            "TP0419",
            "kafka.minInsyncReplicas",
            least,
            least > copies
              ? `asks for more copies than the ${copies} that there are, so nothing can be published`
              : `asks for every copy, so nothing can be published while one broker restarts`,
            `Use at most ${Math.max(1, copies - 1)}.`,
          ),
        ]
      : []),
    ...(controllers > 0 && controllers % 2 === 0
      ? [
          error(
            "TP0424",
            "kafka.controllers",
            controllers,
            `needs a majority of ${controllers / 2 + 1}, so it bears no more failures than ${controllers - 1} would`,
            `Use ${controllers - 1} or ${controllers + 1}.`,
          ),
        ]
      : []),
  ];
};

const externalProblems = ({ topology, dapr }: PlatformSpec, kafka: ExternalKafkaSpec): Problem[] => {
  const known = providerMechanisms.get(kafka.provider) ?? saslMechanisms;
  const needed = kafkaTopicNames(topology);
  return [
    ...(known.includes(kafka.mechanism)
      ? []
      : [
          error(
            "TP0421",
            "kafka.mechanism",
            kafka.mechanism,
            `is none that ${kafka.provider} knows`,
            `Use ${known.join(" or ")}.`,
          ),
        ]),
    ...(kafka.tls === false && dapr.highAvailability
      ? [
          error(
            "TP0422",
            "kafka.tls",
            false,
            "sends passwords and events in plain text to a cluster elsewhere",
            "Use true for a public authority or a Secret's key with its CA; plain text is for development.",
          ),
        ]
      : []),
    ...needed
      .filter((topic) => !kafka.topics.includes(topic))
      .map((topic) =>
        error(
          "TP0423",
          "kafka.topics",
          topic,
          "is a topic that nobody makes: the cluster is run elsewhere, and its subscribers would wait without a word",
          `Make it there with ${kafka.partitions} partitions and name it in kafka.topics.`,
        ),
      ),
    ...kafka.topics.flatMap((topic, index) =>
      needed.includes(topic)
        ? []
        : [
            error(
              "TP0423",
              `kafka.topics[${index}]`,
              topic,
              "is no topic of the topology",
              remedyForName(topic, needed, "topics"),
            ),
          ],
    ),
    ...checkEventHubs(topology, kafka),
  ];
};

/** The cluster that carries the topics: what it can hold, and that the component speaks to it and not to another. */
export const checkKafka = (platform: PlatformSpec): Problem[] => {
  const { kafka } = platform;
  if (kafka === undefined) return [];
  return [
    ...connectionProblems(platform, kafka),
    ...(kafka.kind === "external" ? externalProblems(platform, kafka) : copyProblems(kafka)),
  ];
};
