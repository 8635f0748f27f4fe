import type { CheckDoc } from "./check-doc.ts";
import { componentYaml, secretLine, valueLine } from "./component-yaml.ts";

const doc = (
  code: string,
  severity: CheckDoc["severity"],
  title: string,
  pain: string,
  wrong: string,
  right: string,
): CheckDoc => ({ code, severity, title, pain, language: "yaml", wrong, right });

const redisHost = valueLine("redisHost", "redis:6379");
const redis = (...lines: string[]): string => componentYaml("statestore", "state.redis/v1", [redisHost, ...lines]);
const kafkaBrokers = valueLine("brokers", "kafka:9092");
const kafka = (...lines: string[]): string => componentYaml("events", "pubsub.kafka/v1", [kafkaBrokers, ...lines]);
const noAuthentication = valueLine("authType", "none");

const types: readonly CheckDoc[] = [
  doc(
    "TP0501",
    "error",
    "An unknown component type",
    "daprd says at run time that it cannot create the component, and does not start (dapr/cli#1074).",
    componentYaml("events", "pubsub.kafak/v1", [kafkaBrokers, noAuthentication]),
    kafka(noAuthentication),
  ),
  doc(
    "TP0502",
    "warning",
    "A former type name, or a deprecated version",
    "Works today, and stops with a later release of Dapr.",
    componentYaml("events", "pubsub.mqtt/v1", [secretLine("url", "mqtt", "url")]),
    componentYaml("events", "pubsub.mqtt3/v1", [secretLine("url", "mqtt", "url")]),
  ),
  doc(
    "TP0503",
    "error",
    "A version that the type does not have",
    "daprd does not find the component and does not start.",
    componentYaml("statestore", "state.redis/v3", [redisHost]),
    redis(),
  ),
];

const fields: readonly CheckDoc[] = [
  doc(
    "TP0504",
    "error",
    "A field that the type does not have",
    "daprd ignores it without a word: the setting that was meant is not made.",
    redis(valueLine("redisDatabase", "1")),
    redis(valueLine("redisDB", "1")),
  ),
  doc(
    "TP0505",
    "error",
    "A field that is written twice",
    "One of the values is read, and which one is not said; two spellings of one name stop many components.",
    redis(valueLine("redisDB", "1"), valueLine("redisdb", "2")),
    redis(valueLine("redisDB", "1")),
  ),
  doc(
    "TP0506",
    "error",
    "A required field is missing",
    "The component stops the sidecar, and with it every app that loads it (dapr/dapr#7326).",
    componentYaml("reminders", "bindings.cron/v1", [valueLine("direction", "input")]),
    componentYaml("reminders", "bindings.cron/v1", [valueLine("direction", "input"), valueLine("schedule", "@daily")]),
  ),
  doc(
    "TP0507",
    "error",
    "A value of the wrong type",
    "A number or a duration that cannot be read stops the sidecar; a boolean that cannot be read is false.",
    redis(valueLine("dialTimeout", "5 seconds")),
    redis(valueLine("dialTimeout", "5s")),
  ),
  doc(
    "TP0508",
    "error",
    "A value that the field does not have",
    "Some components stop, others take a default without a word: any unknown saslMechanism becomes SASL PLAIN.",
    kafka(
      valueLine("authType", "password"),
      valueLine("saslUsername", "todo"),
      secretLine("saslPassword", "kafka", "password"),
      valueLine("saslMechanism", "SCRAM-SHA-512"),
    ),
    kafka(
      valueLine("authType", "password"),
      valueLine("saslUsername", "todo"),
      secretLine("saslPassword", "kafka", "password"),
      valueLine("saslMechanism", "SHA-512"),
    ),
  ),
  doc(
    "TP0512",
    "warning",
    "A deprecated field",
    "Works today, and stops with a later release of Dapr.",
    kafka(valueLine("authRequired", "false")),
    kafka(noAuthentication),
  ),
  doc(
    "TP0513",
    "warning",
    "A field that the binding's direction does not read",
    "The route of an output binding is never called.",
    componentYaml("orders", "bindings.rabbitmq/v1", [
      secretLine("host", "rabbitmq", "url"),
      valueLine("queueName", "orders"),
      valueLine("direction", "output"),
      valueLine("route", "/orders"),
    ]),
    componentYaml("orders", "bindings.rabbitmq/v1", [
      secretLine("host", "rabbitmq", "url"),
      valueLine("queueName", "orders"),
      valueLine("direction", "output"),
    ]),
  ),
];

const secrets: readonly CheckDoc[] = [
  doc(
    "TP0509",
    "error",
    "A secret in plain sight",
    "Everyone who may read Components, the repository or a backup of etcd has the password.",
    redis(valueLine("redisPassword", "changeme")),
    redis(secretLine("redisPassword", "redis", "password")),
  ),
  doc(
    "TP0510",
    "error",
    "No complete way to authenticate",
    "The component stops with the first field that it misses, at run time.",
    kafka(valueLine("clientID", "todo")),
    kafka(valueLine("clientID", "todo"), noAuthentication),
  ),
  doc(
    "TP0511",
    "error",
    "Two ways to authenticate",
    "The component stops, or silently prefers one of the two.",
    componentYaml("events", "pubsub.azure.servicebus.topics/v1", [
      secretLine("connectionString", "servicebus", "connection-string"),
      valueLine("namespaceName", "todo.servicebus.windows.net"),
    ]),
    componentYaml("events", "pubsub.azure.servicebus.topics/v1", [
      valueLine("namespaceName", "todo.servicebus.windows.net"),
    ]),
  ),
  doc(
    "TP0514",
    "error",
    "A value and a reference at once",
    "Which one is read depends on the kind of reference: secretKeyRef wins over the value, and the value over envRef.",
    redis("- { name: redisPassword, value: old, secretKeyRef: { name: redis, key: password } }"),
    redis(secretLine("redisPassword", "redis", "password")),
  ),
  doc(
    "TP0515",
    "error",
    "A field or a Secret without a name",
    "Nothing is read, and the password stays empty.",
    redis('- { name: redisPassword, secretKeyRef: { name: "", key: password } }'),
    redis(secretLine("redisPassword", "redis", "password")),
  ),
  doc(
    "TP0516",
    "error",
    "A variable that daprd keeps to itself",
    "daprd warns in its log, reads an empty value, and the connection fails for want of a password.",
    redis("- { name: redisPassword, envRef: DAPR_REDIS_PASSWORD }"),
    redis("- { name: redisPassword, envRef: REDIS_PASSWORD }"),
  ),
];

/** The metadata of a component against the catalogue. */
export const tp05: readonly CheckDoc[] = [...types, ...fields, ...secrets].sort((a, b) => a.code.localeCompare(b.code));
