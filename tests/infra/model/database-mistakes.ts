import type { CnpgDatabaseSpec, ExternalDatabaseSpec } from "../../../infra/model/database.ts";
import { databaseFor } from "../../../infra/model/profiles/base.ts";
import { targets } from "../../../infra/model/targets.ts";
import { localPlatform } from "../platforms.ts";

const { owners } = localPlatform.database;
const cnpg = databaseFor(targets.aks, "todo-app", owners) as CnpgDatabaseSpec;
const neon: ExternalDatabaseSpec = { kind: "external", pooling: "none", maxConnections: 200, owners };

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** On servers of CloudNativePG, changed in one place. */
const onCnpg = (change: object) => (platform: any) => (platform.database = { ...copy(cnpg), ...change });

/** The same with three copies of everything, as production wants it. */
const inProduction = (change: object) => (platform: any) => {
  onCnpg(change)(platform);
  platform.dapr.highAvailability = true;
  platform.suppressions = [{ code: "TP0416", path: "kafka.replicationFactor", reason: "not what is tried here" }];
};

/** On a server elsewhere, changed in one place. */
const elsewhere = (change: object) => (platform: any) => {
  platform.database = { ...copy(neon), ...change };
  platform.existingSecrets = owners.map(({ secret }) => secret);
};

const queryMode = (mode: string) => (platform: any) => {
  elsewhere({ pooling: "transaction" })(platform);
  platform.components.statestore.metadata.push({ name: "queryExecMode", value: mode });
};

/** Backups to a store that the platform makes an ObjectStore of, changed in one place. */
const toStore = (change: object = {}) => ({
  objectStore: {
    destinationPath: "s3://backups/todo",
    endpointUrl: "https://fra1.digitaloceanspaces.com",
    credentials: { kind: "s3-keys", secret: "backup-keys", accessKeyId: "id", secretAccessKey: "secret" },
    retention: "30d",
    ...change,
  },
  schedule: "0 0 3 * * *",
});

const azure = {
  destinationPath: "https://account.blob.core.windows.net/backups/todo",
  endpointUrl: undefined,
  credentials: { kind: "azure-workload-identity", clientId: "00000000-0000-0000-0000-000000000000" },
};

/** The same, with the Secret that is made elsewhere. */
const withStore =
  (change: object, backup: object = {}) =>
  (platform: any) => {
    onCnpg({ backup: { ...toStore(change), ...backup } })(platform);
    platform.existingSecrets = ["backup-keys"];
  };

/** Servers of the other kinds, as they should be. */
export const soundDatabases: [title: string, change: (platform: any) => void][] = [
  ["CloudNativePG", onCnpg({})],
  ["one server of CloudNativePG, for development", onCnpg({ instances: 1, backup: undefined })],
  ["CloudNativePG in production", inProduction({})],
  ["CloudNativePG with backups to a store that speaks S3", withStore({})],
  ["CloudNativePG with backups to Azure", withStore(azure)],
  [
    "CloudNativePG that is restored and archives to another folder",
    withStore({}, { server: "postgres-2", recovery: { server: "postgres", until: "2026-03-01T12:00:00Z" } }),
  ],
  ["a store without TLS, for development", withStore({ endpointUrl: "http://s3:9000" })],
  ["a server elsewhere", elsewhere({})],
  ["a server elsewhere behind a pooler of sessions", elsewhere({ pooling: "session" })],
  ["a server elsewhere behind a pooler of transactions, without prepared statements", queryMode("exec")],
];

/** Mistakes in the PostgreSQL server. */
export const databaseMistakes: [
  title: string,
  change: (platform: any) => void,
  problems: [code: string, path: string][],
][] = [
  [
    "prepared statements behind a pooler of transactions",
    elsewhere({ pooling: "transaction" }),
    [["TP0429", "components.statestore.metadata.queryExecMode"]],
  ],
  [
    "descriptions kept behind a pooler of transactions",
    queryMode("cache_describe"),
    [["TP0429", "components.statestore.metadata.queryExecMode"]],
  ],
  [
    "the one server of kind plain in production",
    (p) => {
      p.dapr.highAvailability = true;
      p.suppressions = [{ code: "TP0416", path: "kafka.replicationFactor", reason: "not what is tried here" }];
    },
    [["TP0453", "database.kind"]],
  ],
  [
    "more replicas than the role has connections for",
    (p) => (p.services["todo-backend"].replicas = 6),
    [["TP0452", "database.owners[0].connectionLimit"]],
  ],
  ["one server in production", inProduction({ instances: 1 }), [["TP0430", "database.instances"]]],
  ["no backups in production", inProduction({ backup: undefined }), [["TP0431", "database.backup"]]],
  [
    "a schedule of backups without seconds",
    onCnpg({ backup: { objectStore: "backups", schedule: "0 3 * * *" } }),
    [["TP0432", "database.backup.schedule"]],
  ],
  [
    "backups whose Secret nobody makes",
    onCnpg({ backup: toStore() }),
    [["TP0403", "database.backup.objectStore.credentials.secret"]],
  ],
  [
    "a store of the wrong form in every place, each of which is told",
    withStore({
      destinationPath: "backups/todo",
      endpointUrl: "fra1.digitaloceanspaces.com",
      credentials: { kind: "s3-keys", secret: "", accessKeyId: "id" },
      retention: "30 days",
      compress: true,
    }),
    [
      ["TP0107", "database.backup.objectStore.destinationPath"],
      ["TP0107", "database.backup.objectStore.endpointUrl"],
      ["TP0108", "database.backup.objectStore.credentials.secret"],
      ["TP0106", "database.backup.objectStore.credentials.secretAccessKey"],
      ["TP0107", "database.backup.objectStore.retention"],
      ["TP0106", "database.backup.objectStore.compress"],
    ],
  ],
  [
    "a store without a name",
    onCnpg({ backup: { objectStore: "", schedule: "@daily" } }),
    [["TP0108", "database.backup.objectStore"]],
  ],
  [
    "Azure's folder with the keys of S3",
    withStore({ destinationPath: azure.destinationPath }),
    [["TP0454", "database.backup.objectStore.destinationPath"]],
  ],
  [
    "a bucket and an address of S3 with an identity of Azure",
    withStore({ credentials: azure.credentials }),
    [
      ["TP0454", "database.backup.objectStore.destinationPath"],
      ["TP0454", "database.backup.objectStore.endpointUrl"],
    ],
  ],
  [
    "backups in plain text in production",
    (p) => {
      inProduction({ backup: toStore({ endpointUrl: "http://s3.example.com" }) })(p);
      p.existingSecrets = ["backup-keys"];
    },
    [["TP0455", "database.backup.objectStore.endpointUrl"]],
  ],
  [
    "a recovery into the folder that it reads",
    withStore({}, { recovery: { server: "postgres" } }),
    [["TP0456", "database.backup.recovery.server"]],
  ],
  [
    "a recovery into the folder that it reads, which is named",
    withStore({}, { server: "old", recovery: { server: "old" } }),
    [["TP0456", "database.backup.recovery.server"]],
  ],
  [
    "a moment without its time zone",
    withStore({}, { server: "postgres-2", recovery: { server: "postgres", until: "2026-03-01 12:00" } }),
    [["TP0107", "database.backup.recovery.until"]],
  ],
  [
    "a server elsewhere whose Secrets nobody makes",
    (p) => (p.database = copy(neon)),
    [
      ["TP0403", "components.statestore.metadata[0].secretKeyRef.name"],
      ["TP0403", "topology.secrets.postgres-credentials"],
      ["TP0403", "topology.secrets.audit-postgres-credentials"],
      ...owners.map((_, index): [string, string] => ["TP0403", `database.owners[${index}].secret`]),
    ],
  ],
  ["a volume for a server elsewhere", elsewhere({ storage: "1Gi" }), [["TP0106", "database.storage"]]],
  ["a kind of server that there is not", (p) => (p.database.kind = "mysql"), [["TP0106", "database.kind"]]],
];
