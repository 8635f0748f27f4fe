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

/** Servers of the other kinds, as they should be. */
export const soundDatabases: [title: string, change: (platform: any) => void][] = [
  ["CloudNativePG", onCnpg({})],
  ["one server of CloudNativePG, for development", onCnpg({ instances: 1, backup: undefined })],
  ["CloudNativePG in production", inProduction({})],
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
