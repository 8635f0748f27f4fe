import { describe, expect, expectTypeOf, test } from "vitest";
import { checkComponent } from "../../../../infra/model/checks/check-component.ts";
import type { PubsubKafkaV1Authentication } from "../../../../infra/model/dapr/catalogue/generated/pubsub-kafka-v1.ts";
import { component, type ComponentId } from "../../../../infra/model/dapr/define-component.ts";
import { secretKey } from "../../../../infra/model/dapr/secret-reference.ts";

const password = secretKey("kafka", "password");

test("values become text, a profile sets what tells it apart, references stay", () => {
  const events = component("pubsub.kafka/v1", {
    metadata: { brokers: "kafka:9092", maxMessageBytes: 1048576, escapeHeaders: true, consumeRetryInterval: "200ms" },
    authentication: { profile: "password", saslUsername: "{appID}", saslPassword: password, saslMechanism: "SHA-512" },
    initTimeout: "60s",
    ignoreErrors: false,
    extraMetadata: { newField: "x" },
  });
  expect(events).toEqual({
    type: "pubsub.kafka",
    version: "v1",
    metadata: [
      { name: "authType", value: "password" },
      { name: "saslUsername", value: "{appID}" },
      { name: "saslPassword", secretKeyRef: { name: "kafka", key: "password" } },
      { name: "saslMechanism", value: "SHA-512" },
      { name: "brokers", value: "kafka:9092" },
      { name: "maxMessageBytes", value: "1048576" },
      { name: "escapeHeaders", value: "true" },
      { name: "consumeRetryInterval", value: "200ms" },
      { name: "newField", value: "x" },
    ],
    initTimeout: "60s",
    ignoreErrors: false,
  });
});

test("a component without required fields needs no metadata", () => {
  expect(component("state.in-memory/v1", {})).toEqual({ type: "state.in-memory", version: "v1", metadata: [] });
});

test("what is left out is not rendered, and extraMetadata overrides nothing that is typed", () => {
  const store = component("state.redis/v1", {
    metadata: { redisHost: "redis:6379" },
    extraMetadata: { REDISHOST: "other:6379" },
  });
  expect(store.metadata).toEqual([{ name: "redisHost", value: "redis:6379" }]);
});

test.each([
  component("state.postgresql/v2", {
    metadata: { actorStateStore: true },
    authentication: { profile: "connection-string", connectionString: secretKey("postgres", "connection-string") },
  }),
  component("state.postgresql/v2", {
    metadata: {},
    authentication: { profile: "aws-assume-role", region: "eu-central-1", connectionString: secretKey("p", "c") },
  }),
  component("secretstores.hashicorp.vault/v1", {
    authentication: { profile: "token-file", vaultTokenMountPath: "/var/run/vault/token" },
  }),
  component("bindings.cron/v1", { metadata: { schedule: "@every 15m", direction: "input" } }),
])("what component() makes passes the checks: $type", (made) => {
  expect(checkComponent(made, "spec")).toEqual([]);
});

describe("the compiler refuses", () => {
  test("secrets that are written out, and takes references and what the sidecar fills in", () => {
    component("state.redis/v1", {
      metadata: { redisHost: "redis:6379" },
      // @ts-expect-error a secret is a reference
      authentication: { profile: "password", redisPassword: "changeme" },
    });
    component("state.redis/v1", {
      metadata: { redisHost: "redis:6379" },
      authentication: { profile: "password", redisPassword: { envRef: "REDIS_PASSWORD" } },
    });
    component("pubsub.kafka/v1", {
      metadata: { brokers: "kafka:9092" },
      authentication: { profile: "password", saslUsername: "{appID}", saslPassword: "{appID}" },
    });
  });

  test("two ways to authenticate, half of one, and none", () => {
    const metadata = { brokers: "kafka:9092" };
    // @ts-expect-error clientKey belongs to mtls
    component("pubsub.kafka/v1", { metadata, authentication: { profile: "none", clientKey: password } });
    // @ts-expect-error saslPassword is missing
    component("pubsub.kafka/v1", { metadata, authentication: { profile: "password", saslUsername: "a" } });
    // @ts-expect-error kafka says how it authenticates
    component("pubsub.kafka/v1", { metadata });
  });

  test("unknown types, versions, fields and values", () => {
    // @ts-expect-error no such type
    component("pubsub.kafak/v1", {});
    // @ts-expect-error no such version
    component("state.redis/v2", {});
    // @ts-expect-error no such field
    component("state.redis/v1", { metadata: { redisHost: "r", redisDatabase: 1 } });
    // @ts-expect-error a number
    component("state.redis/v1", { metadata: { redisHost: "r", redisDB: "1" } });
    // @ts-expect-error one of two
    component("state.redis/v1", { metadata: { redisHost: "r", redisType: "sentinel" } });
    // @ts-expect-error the unit is missing
    component("state.redis/v1", { metadata: { redisHost: "r", dialTimeout: "5" } });
    // @ts-expect-error a required field is missing
    component("state.redis/v1", { metadata: {} });
    // @ts-expect-error not built into daprd
    component("bindings.kitex/v1", {});
    // @ts-expect-error set in a Configuration
    component("nameresolution.mdns/v1", {});
  });

  test("nothing of these names", () => {
    expectTypeOf<"state.cockroachdb/v2">().toExtend<ComponentId>();
    expectTypeOf<"middleware.http.uppercase/v1">().toExtend<ComponentId>();
    expectTypeOf<PubsubKafkaV1Authentication["profile"]>().toEqualTypeOf<
      | "oidc"
      | "oidc-private-key-jwt"
      | "password"
      | "mtls"
      | "none"
      | "aws-access-key"
      | "aws-assume-role"
      | "aws-environment"
      | "aws-roles-anywhere"
      | "certificate"
    >();
  });
});
