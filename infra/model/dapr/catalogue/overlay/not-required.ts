import { kafka, postgres } from "./families.ts";
import type { FieldPatch } from "./field-patch.ts";

const optional = { required: false } as const;

/** Fields that are said to be required, but are not. */
export const notRequired: readonly FieldPatch[] = [
  { types: ["bindings.alicloud.oss"], fields: ["objectKey"], change: optional, source: "bindings/alicloud/oss/oss.go" },
  {
    types: ["bindings.alicloud.sls"],
    fields: ["project", "logstore", "topic", "source"],
    change: optional,
    source: "bindings/alicloud/sls/sls.go (of a request)",
  },
  {
    types: ["bindings.influx"],
    fields: ["measurement"],
    change: optional,
    source: "bindings/influx/influx.go (of a request)",
  },
  {
    types: ["bindings.dubbo"],
    fields: ["interfaceName", "methodName"],
    change: optional,
    source: "bindings/dubbo/dubbo_output.go (of a request)",
  },
  {
    types: ["bindings.localstorage"],
    fields: ["fileName"],
    change: optional,
    source: "bindings/localstorage/localstorage.go (of a request)",
  },
  {
    types: ["bindings.aws.ses", "bindings.smtp", "bindings.twilio.sendgrid"],
    fields: ["emailFrom", "emailTo", "subject"],
    change: optional,
    source: "bindings/{aws/ses/ses,smtp/smtp,twilio/sendgrid/sendgrid}.go (of a request, too)",
  },
  { types: ["bindings.twilio.sms"], fields: ["toNumber"], change: optional, source: "bindings/twilio/sms/sms.go" },
  { types: ["pubsub.jetstream"], fields: ["deliverPolicy"], change: optional, source: "pubsub/jetstream/metadata.go" },
  {
    types: ["middleware.http.bearer"],
    fields: ["jwksURL"],
    change: optional,
    source: "middleware/http/bearer/metadata.go (found through the issuer)",
  },
  {
    types: ["middleware.http.ratelimit"],
    fields: ["maxRequestsPerSecond"],
    change: optional,
    source: "middleware/http/ratelimit/ratelimit_middleware.go",
  },
  {
    types: ["middleware.http.sentinel"],
    fields: ["appName"],
    change: optional,
    source: "middleware/http/sentinel/middleware.go",
  },
  {
    types: ["middleware.http.oauth2clientcredentials"],
    fields: ["scopes"],
    change: { required: true },
    source: "middleware/http/oauth2clientcredentials/oauth2clientcredentials_middleware.go",
  },
  {
    types: ["state.hashicorp.consul"],
    fields: ["datacenter", "httpAddr", "aclToken", "scheme", "keyPrefixPath"],
    change: optional,
    source: "state/hashicorp/consul/consul.go",
  },
  {
    types: ["pubsub.azure.eventhubs"],
    fields: ["consumerID"],
    change: optional,
    source: "dapr pkg/runtime/processor/pubsub/pubsub.go (the app id)",
  },
  {
    types: ["pubsub.azure.eventhubs"],
    fields: ["storageAccountName", "storageContainerName"],
    change: optional,
    source: "common/component/azure/eventhubs/eventhubs.go (to subscribe only)",
  },
  {
    types: ["secretstores.hashicorp.vault"],
    fields: ["vaultToken", "vaultTokenMountPath"],
    change: "move",
    source: "secretstores/hashicorp/vault/vault.go (profiles here: one of the two)",
  },
  {
    types: kafka,
    fields: ["saslMechanism", "caCert", "clientCert", "clientKey"],
    change: optional,
    source: "common/component/kafka/metadata.go",
  },
  {
    types: postgres,
    fields: ["connectionString"],
    except: "connection-string",
    change: optional,
    source: "common/authentication/postgresql/metadata.go (host and its siblings do, too)",
  },
  { types: ["state.mongodb"], fields: ["username", "password"], change: optional, source: "state/mongodb/mongodb.go" },
];
