import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FieldEntry } from "../../../../../infra/model/dapr/catalogue/entry.ts";

/** Nobody listens there, so that what needs a server fails at once and nothing leaves the machine. */
const nowhere = "127.0.0.1:1";

const byType = { string: "text", number: "1", bool: "true", duration: "5s", bytesize: "4Mi" } as const;

const byName: readonly (readonly [RegExp, string])[] = [
  [/keyring|oauth2TokenURL/i, `http://${nowhere}`],
  [/natsURL/i, `nats://${nowhere}`],
  [/(url|uri|endpoint|scope)$/i, `http://${nowhere}`],
  [/host|server|addr|broker/i, nowhere],
];

/** A value of the right form for a field, when the component has none of its own below. */
export const sampleValue = (field: FieldEntry): string =>
  field.constant ??
  field.allowedValues?.[0] ??
  (field.type === "string" ? byName.find(([name]) => name.test(field.name))?.[1] : undefined) ??
  byType[field.type];

const postgres = { connectionString: `host=127.0.0.1 port=1 user=todo password=todo dbname=todo connect_timeout=1` };
const serviceBus = {
  connectionString: `Endpoint=sb://127.0.0.1/;SharedAccessKeyName=n;SharedAccessKey=a2V5;EntityPath=todo`,
};
const aws = { region: "eu-central-1", accessKey: "a", secretKey: "b", endpoint: `http://${nowhere}` };
const storage = {
  accountName: "todo",
  accountKey: "a2V5",
  connectionString: `AccountName=todo;AccountKey=a2V5;BlobEndpoint=http://${nowhere}/todo`,
};

/** Values that a component reads while it loads: addresses on this machine, files, rules. */
export const valuesOfType = (folder: string): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "secrets.json"), "{}");
  const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  return {
    "bindings.azure.blobstorage": storage,
    "bindings.azure.cosmosdb": { masterKey: "a2V5" },
    "bindings.azure.eventhubs": serviceBus,
    "bindings.azure.servicebus.queues": serviceBus,
    "bindings.azure.storagequeues": { accountKey: "a2V5" },
    "bindings.cloudflare.queues": { key },
    "bindings.cron": { schedule: "@every 1h" },
    "bindings.localstorage": { rootPath: folder },
    "bindings.mqtt3": { url: `tcp://${nowhere}` },
    "bindings.mysql": { url: `todo:todo@tcp(${nowhere})/todo` },
    "bindings.postgresql": postgres,
    "bindings.rabbitmq": { host: `amqp://${nowhere}` },
    "configuration.postgresql": { ...postgres, table: "configuration" },
    "crypto.dapr.jwks": { jwks: '{"keys":[]}' },
    "crypto.dapr.localstorage": { path: folder },
    "middleware.http.opa": { rego: "package http\ndefault allow = true" },
    "middleware.http.routeralias": { routes: "{}" },
    "middleware.http.routerchecker": { rule: "^[A-Za-z0-9/._-]+$" },
    "middleware.http.ratelimit": { maxRequestsPerSecond: "10" },
    "pubsub.aws.snssqs": aws,
    "pubsub.azure.eventhubs": serviceBus,
    "pubsub.azure.servicebus.queues": serviceBus,
    "pubsub.azure.servicebus.topics": serviceBus,
    "pubsub.mqtt3": { url: `tcp://${nowhere}` },
    "pubsub.rabbitmq": { connectionString: `amqp://${nowhere}` },
    "pubsub.solace.amqp": { url: `amqp://${nowhere}` },
    "secretstores.local.file": { secretsFile: join(folder, "secrets.json") },
    "state.aws.dynamodb": aws,
    "state.azure.blobstorage": storage,
    "state.azure.cosmosdb": { masterKey: "a2V5" },
    "state.azure.tablestorage": { accountKey: "a2V5" },
    "state.cockroachdb": postgres,
    "state.mongodb": { connectionString: `mongodb://${nowhere}/?serverSelectionTimeoutMS=500` },
    "state.mysql": { connectionString: `todo:todo@tcp(${nowhere})/todo` },
    "state.postgres": postgres,
    "state.postgresql": postgres,
    "state.sqlite": { connectionString: join(folder, "state.db") },
    "state.sqlserver": { connectionString: "sqlserver://todo:todo@127.0.0.1:1?dial+timeout=1&connection+timeout=1" },
    "state.yugabyte": postgres,
    "state.yugabytedb": postgres,
    "state.zookeeper": { sessionTimeout: "1s" },
  };
};
