import { describe, expect, test } from "vitest";
import { checkComponent, type CheckedComponent } from "../../../../infra/model/checks/check-component.ts";
import type { ComponentMetadata } from "../../../../infra/model/dapr/component-spec.ts";
import type { RuleContext } from "../../../../infra/model/dapr/rules/rule.ts";

const value = (name: string, text: string): ComponentMetadata => ({ name, value: text });
const secret = (name: string): ComponentMetadata => ({ name, secretKeyRef: { name: "secret", key: "key" } });
const of = (id: string, ...metadata: ComponentMetadata[]): CheckedComponent => {
  const [type = "", version = ""] = id.split("/");
  return { type, version, metadata };
};
const redis = (...more: ComponentMetadata[]): CheckedComponent =>
  of("state.redis/v1", value("redisHost", "redis:6379"), ...more);
const kafka = (...more: ComponentMetadata[]): CheckedComponent =>
  of("pubsub.kafka/v1", value("brokers", "kafka:9092"), ...more);
const none = value("authType", "none");
const connection = secret("connectionString");

const found = (component: CheckedComponent, context: RuleContext = {}): string[] =>
  checkComponent(component, "spec", context).map(
    ({ code, severity, path, remedy }) => `${severity} ${code} ${path}: ${remedy}`,
  );

describe("a component is refused for", () => {
  test.each<[string, CheckedComponent, string[]]>([
    ["a mistyped type", of("pubsub.kafak/v1", none), ['error TP0501 spec.type: Did you mean "pubsub.kafka"?']],
    [
      "a kind of component that there is none of",
      of("queue.rabbitmq/v1"),
      ["error TP0501 spec.type: A type starts with its kind, such as state or pubsub."],
    ],
    [
      "an actor, which needs no component",
      { ...of("x"), type: "dapr.io/actor" },
      ["error TP0501 spec.type: Actors need no component of their own: set actorStateStore on a state store."],
    ],
    [
      "a middleware for what is a Resiliency",
      of("middleware.http.circuitbreaker/v1"),
      ["error TP0501 spec.type: Retries, timeouts and circuit breakers are a Resiliency resource."],
    ],
    [
      "name resolution, which is no component",
      of("nameresolution.mdns/v1"),
      ["error TP0501 spec.type: Write it under spec.nameResolution of the Configuration."],
    ],
    [
      "a type that daprd does not build in",
      of("bindings.kitex/v1"),
      ["error TP0501 spec.type: Use another component type."],
    ],
    [
      "the half of a type's name",
      of("crypto.jwks/v1", value("jwks", "https://example.com/jwks.json")),
      ['error TP0501 spec.type: Did you mean "crypto.dapr.jwks"?'],
    ],
    ["a version that is none", of("state.postgresql/v3", connection), ['error TP0503 spec.version: Use "v1" or "v2".']],
    [
      "a mistyped field",
      redis(value("redisPasword", "")),
      ['error TP0504 spec.metadata[1].name: Did you mean "redisPassword"?'],
    ],
    [
      "a field of the other version",
      of("state.postgresql/v2", connection, value("tableName", "state")),
      ['error TP0504 spec.metadata[1].name: Version v1 has "tableName"; v2 has "tablePrefix".'],
    ],
    [
      "a field that belongs beside the metadata",
      redis(value("initTimeout", "60s")),
      ["error TP0504 spec.metadata[1].name: Write initTimeout beside type and version, not as metadata."],
    ],
    [
      "namespace of the Kubernetes secret store",
      of("secretstores.kubernetes/v1", value("namespace", "todo")),
      ['error TP0504 spec.metadata[0].name: Write "defaultNamespace".'],
    ],
    [
      "a field twice, once by another name",
      of("state.postgresql/v1", connection, value("timeout", "5s"), value("timeoutInSeconds", "5")),
      ["error TP0505 spec.metadata[2].name: Keep one, the first is metadata[1]."],
    ],
    [
      "a required field that is empty",
      of("state.redis/v1", value("redisHost", "")),
      ["error TP0506 spec.metadata: Add redisHost."],
    ],
    [
      "the required field of the chosen way to authenticate",
      kafka(value("authType", "password"), value("saslUsername", "todo")),
      ["error TP0506 spec.metadata: Add saslPassword as secretKeyRef."],
    ],
    [
      "a fraction where an integer is read",
      redis(value("poolSize", "1.5")),
      ['error TP0507 spec.metadata[1].value: Write digits only, such as "10".'],
    ],
    [
      "a duration where nanoseconds are read, in a deprecated field",
      redis(value("maxRetryBackoff", "2s")),
      [
        'error TP0507 spec.metadata[1].value: Write digits only, such as "10".',
        'warning TP0512 spec.metadata[1].name: Write "redisMaxRetryInterval" instead.',
      ],
    ],
    [
      "a word that is no boolean",
      redis(value("enableTLS", "enabled")),
      ['error TP0507 spec.metadata[1].value: Write "true" or "false".'],
    ],
    [
      "an amount of bytes with a wrong unit",
      of("bindings.http/v1", value("url", "https://example.com"), value("maxResponseBodySize", "4MB")),
      ['error TP0507 spec.metadata[1].value: Write a number of bytes or one with its unit, such as "4Mi".'],
    ],
    [
      "a mechanism in Kafka's own words",
      kafka(
        value("authType", "password"),
        value("saslUsername", "todo"),
        secret("saslPassword"),
        value("saslMechanism", "SCRAM-SHA-256"),
      ),
      ['error TP0508 spec.metadata[4].value: Did you mean "SHA-256"?'],
    ],
    [
      "a mechanism in small letters, which Kafka's component does not know",
      kafka(
        value("authType", "password"),
        value("saslUsername", "todo"),
        secret("saslPassword"),
        value("saslMechanism", "sha-512"),
      ),
      ['error TP0508 spec.metadata[4].value: Did you mean "SHA-512"?'],
    ],
    [
      "an authType that is none",
      kafka(value("authType", "plain")),
      [
        "error TP0508 spec.metadata[1].value: Use one of: oidc, oidc_private_key_jwt, password, mtls, none, awsiam, certificate.",
      ],
    ],
    [
      "a password in a connection string",
      of("state.postgresql/v2", value("connectionString", "host=db user=todo password=changeme")),
      [
        "error TP0509 spec.metadata[0].value: Write it as secretKeyRef, with the value in a Secret or in the secret store that auth.secretStore names.",
      ],
    ],
    [
      "half a way to authenticate",
      of("state.couchbase/v1", value("couchbaseURL", "couchbase://db")),
      [
        "error TP0510 spec.metadata: Use exactly one of: connection-string (couchbaseURL, username, password, bucketName).",
      ],
    ],
    [
      "two identities at once",
      of("state.postgresql/v2", connection, value("useAzureAD", "true"), value("useAWSIAM", "true")),
      ["error TP0511 spec.metadata[2].name: Keep one of useAzureAD and useAWSIAM."],
    ],
    [
      "a variable that daprd keeps to itself",
      redis({ name: "redisPassword", envRef: "DAPR_API_TOKEN" }),
      [
        "error TP0516 spec.metadata[1].envRef: Use a variable of the sidecar whose name does not start with DAPR_ and is not APP_API_TOKEN.",
      ],
    ],
    [
      "an initTimeout that is no duration",
      { ...redis(), initTimeout: "soon" },
      ['error TP0507 spec.initTimeout: Write a number with its unit, such as "500ms", "30s", "5m" or "1h30m".'],
    ],
  ])("%s", (_, component, problems) => {
    expect(found(component)).toEqual(problems);
  });

  test("a consumer group that several apps share, but not for one that daprd fills in", () => {
    const shared = { scopes: ["backend", "audit"] };
    expect(found(kafka(none, value("consumerGroup", "todo")), shared)).toEqual([
      'warning TP0804 spec.metadata[2].value: Write "{appID}", or a component per app.',
    ]);
    expect(found(kafka(none, value("consumerGroup", "todo-{appID}")), shared)).toEqual([]);
    expect(found(kafka(none, value("consumerGroup", "todo")), { scopes: ["audit"] })).toEqual([]);
  });

  test("a timer that ticks in several replicas", () => {
    const timer = of("bindings.cron/v1", value("schedule", "@hourly"));
    const replicas = (app: string): number => (app === "backend" ? 3 : 1);
    expect(found(timer, { scopes: ["backend", "audit"], replicas }).map((line) => line.slice(0, 41))).toEqual([
      "warning TP0811 spec.metadata[0].value: Ma",
    ]);
    expect(found(timer, { scopes: ["audit"], replicas })).toEqual([]);
  });
});

describe("a component is accepted", () => {
  test.each<[string, CheckedComponent]>([
    ["with names in another case of letters", redis(value("REDISDB", "1"))],
    ["without a version, as daprd accepts it", { ...redis(), version: "" }],
    ["by a second name of its type", of("state.consul/v1", value("httpAddr", "consul:8500"))],
    ["with an old name of a field", of("state.postgresql/v1", secret("url"), value("timeoutInSeconds", "20"))],
    ["with an address of a database and no secret in it", of("pubsub.mqtt3/v1", value("url", "tcp://mqtt:1883"))],
    ["with an empty password", redis(value("redisPassword", ""))],
    ["with what the sidecar fills in", redis(value("redisDB", "{uuid}"))],
    ["with a placeholder of a sample", redis(value("redisPassword", "<PASSWORD>"), value("redisDB", "${DB}"))],
    [
      "with the placeholders of an address",
      of(
        "bindings.rabbitmq/v1",
        value("queueName", "q"),
        value("host", "amqp://[username][:password]@host.domain[:port]"),
      ),
    ],
    [
      "with another topic's schema",
      of("pubsub.pulsar/v1", value("host", "pulsar:6650"), value("orders.jsonschema", "{}")),
    ],
    [
      "with numbers and booleans in YAML",
      redis({ name: "redisDB", value: 1 as never }, { name: "enableTLS", value: true as never }),
    ],
    [
      "with host, user and password instead of a connection string",
      of("state.postgresql/v2", value("host", "db"), secret("password")),
    ],
    [
      "with the credentials of the environment",
      of("state.aws.dynamodb/v1", value("table", "todo"), value("region", "eu-central-1")),
    ],
    [
      "that listens only, without what publishing needs",
      of("bindings.kafka/v1", value("brokers", "kafka:9092"), value("topics", "a"), none),
    ],
  ])("%s", (_, component) => {
    expect(found(component)).toEqual([]);
  });

  test("with a warning where it may be pluggable", () => {
    expect(found(of("state.our-own-store/v1", value("anything", "goes")))).toEqual([
      "warning TP0501 spec.type: Keep it if it is a pluggable component of your own; otherwise see the list of component types.",
    ]);
  });
});

test("what is no component at all is no crash", () => {
  for (const broken of [
    {},
    { type: 7, version: null, metadata: "x" },
    { type: "state.redis", metadata: [null, 3, { value: 1 }] },
  ])
    expect(() => checkComponent(broken as never, "spec")).not.toThrow();
});
