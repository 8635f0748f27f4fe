import type { ComponentSpec } from "../dapr/component-spec.ts";
import type { CnpgDatabaseSpec, ExternalDatabaseSpec } from "../database.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { postgresConnections } from "../postgres-state.ts";
import type { Problem } from "../problems.ts";
import { backupProblems } from "./backup-problems.ts";
import { valueOf } from "./component-values.ts";
import { error, warning } from "./error.ts";

/** Modes that keep no prepared statement on a connection. Source: components-contrib state/postgresql/v2/metadata.yaml. */
const withoutPrepared = ["exec", "simple_protocol"];

const poolingProblems = (
  components: Readonly<Record<string, ComponentSpec>>,
  { pooling, owners }: ExternalDatabaseSpec,
): Problem[] =>
  pooling !== "transaction"
    ? []
    : Object.entries(components).flatMap(([name, spec]) => {
        const { secret } = postgresConnections(spec);
        const mode = valueOf(spec, "queryExecMode");
        if (!owners.some((owner) => owner.secret === secret) || withoutPrepared.includes(String(mode))) return [];
        return [
          error(
            "TP0429",
            `components.${name}.metadata.queryExecMode`,
            mode,
            "prepares statements on a connection that the pooler gives to somebody else after the transaction",
            'Set queryExecMode to "exec", or connect past the pooler and say pooling: "none".',
          ),
        ];
      });

const cnpgProblems = ({ name, instances, backup }: CnpgDatabaseSpec, highAvailability: boolean): Problem[] => [
  ...(highAvailability && instances < 2
    ? [
        error(
          "TP0430",
          "database.instances",
          instances,
          "is one server: while it restarts, nothing has its data",
          "Use at least 2, or set dapr.highAvailability to false for development.",
        ),
      ]
    : []),
  ...(highAvailability && backup === undefined
    ? [
        warning(
          "TP0431",
          "database.backup",
          undefined,
          "is not there: what is deleted by mistake is gone on every replica",
          "Name an ObjectStore and a schedule.",
        ),
      ]
    : []),
  ...(backup === undefined ? [] : backupProblems(name, backup, highAvailability)),
];

const plainInProduction = error(
  "TP0453",
  "database.kind",
  "plain",
  "is one pod without a replica and without backups: with its volume everything is gone",
  'Use kind "cnpg" or "managed", or "external" with a server that is run elsewhere, or set dapr.highAvailability to false for development.',
);

/** The PostgreSQL server: what its kind allows. */
export const checkDatabase = ({ database, dapr, components }: PlatformSpec): Problem[] => {
  switch (database?.kind) {
    case "external":
      return poolingProblems(components, database);
    case "cnpg":
      return cnpgProblems(database, dapr.highAvailability);
    case "plain":
      return dapr.highAvailability ? [plainInProduction] : [];
    case "managed":
    case undefined:
      return [];
  }
};
