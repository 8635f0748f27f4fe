import type { CheckDoc } from "./check-doc.ts";
import { componentYaml, secretLine, valueLine } from "./component-yaml.ts";
import { tp08Stores } from "./tp08-stores.ts";

const brokers = valueLine("brokers", "kafka:9092");
const kafka = (lines: readonly string[], scopes: readonly string[] = []): string =>
  componentYaml("events", "pubsub.kafka/v1", [brokers, ...lines], scopes);
const none = valueLine("authType", "none");
const mtls = valueLine("authType", "mtls");
const caCert = secretLine("caCert", "kafka", "ca.crt");
const clientCert = secretLine("clientCert", "kafka", "tls.crt");
const clientKey = secretLine("clientKey", "kafka", "tls.key");
const cron = (schedule: string): string =>
  componentYaml("reminders", "bindings.cron/v1", [valueLine("schedule", schedule)], ["backend"]);

const deployment = (replicas: number): string =>
  [
    "---",
    "apiVersion: apps/v1",
    "kind: Deployment",
    "metadata: { name: backend }",
    "spec:",
    `  replicas: ${replicas}`,
    "  selector: { matchLabels: { app: backend } }",
    "  template:",
    "    metadata:",
    "      labels: { app: backend }",
    '      annotations: { dapr.io/enabled: "true", dapr.io/app-id: backend, dapr.io/app-port: "3000" }',
    "    spec:",
    "      containers: [{ name: backend, image: backend:1.0.0 }]",
    "",
  ].join("\n");

const kafkaChecks: readonly CheckDoc[] = [
  {
    code: "TP0801",
    severity: "warning",
    title: "Kafka: credentials that the authType does not read",
    pain: "The password is there, and the connection is made without it.",
    language: "yaml",
    wrong: kafka([none, valueLine("saslUsername", "todo")]),
    right: kafka([none]),
  },
  {
    code: "TP0802",
    severity: "error",
    title: "One half of a pair",
    pain: "A certificate without its key stops the component, or is left out without a word.",
    language: "yaml",
    wrong: kafka([mtls, caCert, clientCert]),
    right: kafka([mtls, caCert, clientCert, clientKey]),
  },
  {
    code: "TP0803",
    severity: "warning",
    title: "Kafka: a CA without TLS",
    pain: 'With authType "none" the connection is never encrypted, whatever certificates are given.',
    language: "yaml",
    wrong: kafka([none, caCert]),
    right: kafka([valueLine("authType", "certificate"), caCert]),
  },
  {
    code: "TP0804",
    severity: "warning",
    title: "Kafka: one consumer group for several apps",
    pain: "The apps share the events among them: each one gets a part only.",
    language: "yaml",
    wrong: kafka([none, valueLine("consumerGroup", "todo")], ["backend", "audit"]),
    right: kafka([none, valueLine("consumerGroup", "{appID}")], ["backend", "audit"]),
  },
  {
    code: "TP0805",
    severity: "error",
    title: "Kafka: client certificates without TLS",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: kafka([mtls, caCert, clientCert, clientKey, valueLine("disableTls", "true")]),
    right: kafka([mtls, caCert, clientCert, clientKey]),
  },
];

const cronChecks: readonly CheckDoc[] = [
  {
    code: "TP0810",
    severity: "error",
    title: "Cron: a schedule that cannot be read",
    pain: "The binding stops the sidecar; unlike in crontab, Sunday is 0 and never 7.",
    language: "yaml",
    wrong: cron("0 0 * * 7"),
    right: cron("0 0 * * 0"),
  },
  {
    code: "TP0811",
    severity: "warning",
    title: "Cron: one tick in every replica",
    pain: "Each sidecar has a clock of its own, so the work is done once per replica (dapr/components-contrib#1249).",
    language: "yaml",
    wrong: cron("@hourly") + deployment(3),
    right: cron("@hourly") + deployment(1),
  },
];

const pubsubChecks: readonly CheckDoc[] = [
  {
    code: "TP0816",
    severity: "error",
    title: "A direction that the binding does not have",
    pain: "The binding is never started, without a word.",
    language: "yaml",
    wrong: componentYaml("reminders", "bindings.cron/v1", [
      valueLine("schedule", "@daily"),
      valueLine("direction", "output"),
    ]),
    right: componentYaml("reminders", "bindings.cron/v1", [
      valueLine("schedule", "@daily"),
      valueLine("direction", "input"),
    ]),
  },
  {
    code: "TP0817",
    severity: "error",
    title: "Topic scopes that are skipped",
    pain: 'A part without "=" is skipped, and the app keeps the right to every topic.',
    language: "yaml",
    wrong: kafka([none, valueLine("publishingScopes", "backend:task-events")]),
    right: kafka([none, valueLine("publishingScopes", "backend=task-events")]),
  },
  {
    code: "TP0818",
    severity: "error",
    title: "RabbitMQ: EXTERNAL without certificates",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: componentYaml("events", "pubsub.rabbitmq/v1", [
      secretLine("connectionString", "rabbitmq", "url"),
      valueLine("saslExternal", "true"),
    ]),
    right: componentYaml("events", "pubsub.rabbitmq/v1", [
      secretLine("connectionString", "rabbitmq", "url"),
      valueLine("saslExternal", "true"),
      caCert,
      clientCert,
      clientKey,
    ]),
  },
  {
    code: "TP0820",
    severity: "error",
    title: "SNS and SQS: a dead-letter queue and no deletion",
    pain: "The component stops the sidecar.",
    language: "yaml",
    wrong: componentYaml("events", "pubsub.aws.snssqs/v1", [
      valueLine("region", "eu-central-1"),
      valueLine("sqsDeadLettersQueueName", "dead"),
      valueLine("messageReceiveLimit", "5"),
      valueLine("disableDeleteOnRetryLimit", "true"),
    ]),
    right: componentYaml("events", "pubsub.aws.snssqs/v1", [
      valueLine("region", "eu-central-1"),
      valueLine("sqsDeadLettersQueueName", "dead"),
      valueLine("messageReceiveLimit", "5"),
    ]),
  },
  {
    code: "TP0821",
    severity: "error",
    title: "A rate limit that is not above 0",
    pain: "The middleware stops the sidecar.",
    language: "yaml",
    wrong: componentYaml("limit", "middleware.http.ratelimit/v1", [valueLine("maxRequestsPerSecond", "0")]),
    right: componentYaml("limit", "middleware.http.ratelimit/v1", [valueLine("maxRequestsPerSecond", "10")]),
  },
  {
    code: "TP0822",
    severity: "error",
    title: "An HTTP binding without an HTTP address",
    pain: "Every call of the binding fails.",
    language: "yaml",
    wrong: componentYaml("partner", "bindings.http/v1", [valueLine("url", "partner.example.com/api")]),
    right: componentYaml("partner", "bindings.http/v1", [valueLine("url", "https://partner.example.com/api")]),
  },
];

/** Rules across the fields of a component. */
export const tp08: readonly CheckDoc[] = [...kafkaChecks, ...cronChecks, ...pubsubChecks, ...tp08Stores].sort((a, b) =>
  a.code.localeCompare(b.code),
);
