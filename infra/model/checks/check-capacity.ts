import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { toBytes } from "../units.ts";
import { componentScopes } from "../dapr/component-scopes.ts";
import { postgresConnections } from "../postgres-state.ts";
import { error } from "./error.ts";

const partitionProblems = ({ kafka, topology, services }: PlatformSpec): Problem[] => {
  if (kafka === undefined) return [];
  return Object.entries(topology.topics).flatMap(([topic, spec]) =>
    Object.keys(spec.subscribers).flatMap((app) => {
      const replicas = services[app]?.replicas ?? 1;
      if (replicas <= kafka.partitions) return [];
      return [
        error(
          "TP0401",
          "kafka.partitions",
          kafka.partitions,
          `${replicas} replicas of ${app} read "${topic}", so some would stay idle`,
          `Use at least ${replicas} partitions or fewer replicas.`,
        ),
      ];
    }),
  );
};

const serverProblems = ({ database }: PlatformSpec): Problem[] => {
  if (database === undefined) return [];
  const owned = database.owners.reduce((sum, owner) => sum + owner.connectionLimit, 0);
  // Three connections are reserved for the superuser (superuser_reserved_connections).
  if (owned <= database.maxConnections - 3) return [];
  return [
    error(
      "TP0402",
      "database.owners",
      owned,
      `the roles may hold ${owned} connections, the server only ${database.maxConnections - 3}`,
      "Raise maxConnections or lower the roles' connectionLimit.",
    ),
  ];
};

const poolProblems = (platform: PlatformSpec): Problem[] => {
  const scopes = componentScopes(platform);
  return Object.entries(platform.components).flatMap(([name, spec]) => {
    const { secret, maxConns } = postgresConnections(spec);
    const owner = platform.database?.owners.find((candidate) => candidate.secret === secret);
    if (owner === undefined || maxConns === undefined) return [];
    const sidecars = (scopes.get(name) ?? []).reduce((sum, app) => sum + (platform.services[app]?.replicas ?? 1), 0);
    if (sidecars * maxConns <= owner.connectionLimit) return [];
    return [
      error(
        "TP0404",
        `components.${name}.metadata.maxConns`,
        maxConns,
        `${sidecars} sidecars would open ${sidecars * maxConns} connections, role ${owner.role} may hold ${owner.connectionLimit}`,
        "Lower maxConns or raise the role's connectionLimit.",
      ),
    ];
  });
};

const sizeProblems = ({ tracing, maxMessageSize }: PlatformSpec): Problem[] => [
  ...(tracing.samplingRate >= 0 && tracing.samplingRate <= 1
    ? []
    : [
        error(
          "TP0406",
          "tracing.samplingRate",
          tracing.samplingRate,
          "is no share",
          "Use a number from 0 (none) to 1 (all).",
        ),
      ]),
  ...(Number.isNaN(toBytes(maxMessageSize))
    ? [error("TP0407", "maxMessageSize", maxMessageSize, "is no size", "Write it as 1Mi or 512Ki.")]
    : []),
];

/** What the servers behind the components can hold. */
export const checkCapacity = (platform: PlatformSpec): Problem[] => [
  ...partitionProblems(platform),
  ...serverProblems(platform),
  ...poolProblems(platform),
  ...sizeProblems(platform),
];
