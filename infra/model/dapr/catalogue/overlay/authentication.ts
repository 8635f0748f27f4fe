import type { AuthenticationEntry, FieldEntry } from "../entry.ts";

const field = (name: string, more: Partial<FieldEntry> = {}): FieldEntry => ({
  name,
  type: "string",
  required: true,
  sensitive: false,
  ...more,
});

/** Ways to authenticate that the code has and metadata.yaml lacks, by type. */
export const moreProfiles: Readonly<Record<string, readonly AuthenticationEntry[]>> = {
  ...Object.fromEntries(
    // Source: components-contrib common/component/kafka/metadata.go.
    ["pubsub.kafka", "bindings.kafka"].map((type) => [
      type,
      [
        {
          profile: "certificate",
          title: "TLS with a CA of one's own, no client certificate",
          fields: [field("authType", { constant: "certificate" }), field("caCert")],
        },
      ],
    ]),
  ),
  ...Object.fromEntries(
    // Source: components-contrib common/authentication/postgresql/metadata.go.
    ["state.postgresql", "state.cockroachdb", "configuration.postgresql", "bindings.postgresql"].map((type) => [
      type,
      [{ profile: "host", title: "Host, user and password as fields", fields: [field("host")] }],
    ]),
  ),
  // Source: components-contrib secretstores/hashicorp/vault/vault.go.
  "secretstores.hashicorp.vault": [
    { profile: "token", title: "Token", fields: [field("vaultToken", { sensitive: true })] },
    {
      profile: "token-file",
      title: "File with the token",
      fields: [field("vaultTokenMountPath", { example: "/var/run/secrets/vault/token" })],
    },
  ],
};

/**
 * Types whose code stops without the required fields of one profile: type to its source in components-contrib.
 * Every other type falls back to the environment, to a default, or to no authentication at all.
 */
export const authenticationRequired: Readonly<Record<string, string>> = {
  "pubsub.kafka": "common/component/kafka/metadata.go",
  "bindings.kafka": "common/component/kafka/metadata.go",
  "secretstores.hashicorp.vault": "secretstores/hashicorp/vault/vault.go",
  "state.sqlserver": "common/authentication/sqlserver/metadata.go",
  "state.mysql": "state/mysql/mysql.go",
  "state.sqlite": "common/authentication/sqlite/metadata.go",
  "state.oracledatabase": "state/oracledatabase/oracledatabaseaccess.go",
  "state.couchbase": "state/couchbase/couchbase.go",
  "state.azure.blobstorage": "common/component/azure/blobstorage/metadata.go",
  "bindings.azure.blobstorage": "common/component/azure/blobstorage/metadata.go",
  "pubsub.azure.servicebus.queues": "common/component/azure/servicebus/metadata.go",
  "pubsub.azure.servicebus.topics": "common/component/azure/servicebus/metadata.go",
  "bindings.azure.servicebus.queues": "common/component/azure/servicebus/metadata.go",
  "pubsub.azure.eventhubs": "common/component/azure/eventhubs/metadata.go",
  "bindings.azure.eventhubs": "common/component/azure/eventhubs/metadata.go",
  "bindings.rabbitmq": "bindings/rabbitmq/rabbitmq.go",
  "bindings.twilio.sms": "bindings/twilio/sms/sms.go",
  "bindings.twilio.sendgrid": "bindings/twilio/sendgrid/sendgrid.go",
  "bindings.apns": "bindings/apns/apns.go",
  "bindings.huawei.obs": "bindings/huawei/obs/obs.go",
  "bindings.cloudflare.queues": "common/component/cloudflare/workers/metadata.go",
  "state.cloudflare.workerskv": "common/component/cloudflare/workers/metadata.go",
  "pubsub.mqtt3": "pubsub/mqtt3/metadata.go",
  "pubsub.solace.amqp": "pubsub/solace/amqp/metadata.go",
  "pubsub.jetstream": "pubsub/jetstream/metadata.go",
  "middleware.http.oauth2clientcredentials":
    "middleware/http/oauth2clientcredentials/oauth2clientcredentials_middleware.go",
};

/** Values that a profile sets although metadata.yaml does not list them as the only ones. */
export const constants: Readonly<Record<string, string>> = {
  useAzureAD: "true",
  useAWSIAM: "true",
  useEntraID: "true",
  anonymous: "true",
  enableTLS: "true",
  tlsEnable: "true",
  instancePrincipalAuthentication: "true",
  configFileAuthentication: "true",
};

/** Two fields of two ways to authenticate that the code refuses together, or silently prefers one of. */
export const exclusiveFields: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ...Object.fromEntries(
    // Source: components-contrib common/component/azure/servicebus/metadata.go.
    ["pubsub.azure.servicebus.queues", "pubsub.azure.servicebus.topics", "bindings.azure.servicebus.queues"].map(
      (type) => [type, [["connectionString", "namespaceName"] as const]],
    ),
  ),
  ...Object.fromEntries(
    // Source: components-contrib common/authentication/postgresql/metadata.go.
    ["state.postgresql", "configuration.postgresql", "bindings.postgresql"].map((type) => [
      type,
      [["useAzureAD", "useAWSIAM"] as const],
    ]),
  ),
  // Source: components-contrib secretstores/hashicorp/vault/vault.go.
  "secretstores.hashicorp.vault": [["vaultToken", "vaultTokenMountPath"]],
  // Source: components-contrib configuration/azure/appconfig/metadata.go.
  "configuration.azure.appconfig": [["host", "connectionString"]],
};

/**
 * Fields that metadata.yaml shows in one profile, and the code reads with all of them.
 * Sources in components-contrib: common/component/kafka/auth.go, pubsub/tls.go, pubsub/jetstream/jetstream.go,
 * state/rethinkdb/rethinkdb.go, common/component/redis/settings.go.
 */
export const sharedFields: Readonly<Record<string, readonly string[]>> = {
  "pubsub.kafka": ["caCert"],
  "bindings.kafka": ["caCert"],
  "pubsub.rabbitmq": ["caCert", "clientCert", "clientKey"],
  "pubsub.jetstream": ["tls_client_cert", "tls_client_key"],
  "state.rethinkdb": ["enableTLS", "clientCert", "clientKey"],
  "bindings.rethinkdb.statechange": ["enableTLS", "clientCert", "clientKey"],
  "lock.redis": [
    ...["redisUsername", "redisPassword", "sentinelUsername", "sentinelPassword"],
    ...["clientCert", "clientKey"],
  ],
};

/** Profiles of metadata.yaml that exclude nothing: their fields are shared. */
export const noProfiles: Readonly<Record<string, readonly string[]>> = {
  "state.rethinkdb": ["tls"],
  "bindings.rethinkdb.statechange": ["tls"],
  "lock.redis": ["password", "sentinel", "tls"],
};
