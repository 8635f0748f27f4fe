import { databasePoolSize } from "@todo-platform/contracts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { componentScopes } from "../dapr/component-scopes.ts";
import { postgresConnections } from "../postgres-state.ts";
import { mostReplicas } from "../scaling/scaling.ts";
import { toBytes } from "../units.ts";
import { error } from "./error.ts";

const partitionProblems = ({ kafka, topology, services }: PlatformSpec): Problem[] => {
  if (kafka === undefined) return [];
  return Object.entries(topology.topics).flatMap(([topic, spec]) =>
    Object.keys(spec.subscribers).flatMap((app) => {
      const replicas = mostReplicas(services[app]);
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

const durabilityProblems = ({ dapr, kafka }: PlatformSpec): Problem[] => {
  if (kafka === undefined || kafka.kind === "external" || !dapr.highAvailability || kafka.replicationFactor >= 2)
    return [];
  return [
    error(
      "TP0416",
      "kafka.replicationFactor",
      kafka.replicationFactor,
      "keeps one copy of each event, and the end of its broker loses them",
      "Keep at least 2 copies, or set dapr.highAvailability to false for development.",
    ),
  ];
};

/** A limit in one place only lets a message in that the next place refuses. */
const messageSizeProblems = ({ components, pubsub, maxMessageSize }: PlatformSpec): Problem[] =>
  (components[pubsub]?.metadata ?? []).flatMap((item, index) => {
    const limit = toBytes(maxMessageSize);
    if (Number.isNaN(limit) || item.name.toLowerCase() !== "maxmessagebytes" || !("value" in item)) return [];
    if (Number(item.value) === limit) return [];
    return [
      error(
        "TP0415",
        `components.${pubsub}.metadata[${index}].value`,
        item.value,
        `is not maxMessageSize (${maxMessageSize}), the limit of sidecars, topics and apps`,
        `Write ${limit}, or change maxMessageSize.`,
      ),
    ];
  });

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

/** Two owners of one database, role or Secret would overwrite each other. */
const ownerProblems = ({ database }: PlatformSpec): Problem[] =>
  (["database", "role", "secret"] as const).flatMap((field) => {
    const owners = database?.owners ?? [];
    return owners.flatMap((owner, index) => {
      const other = owners.findIndex((candidate) => candidate[field] === owner[field]);
      if (other === index) return [];
      return [
        error(
          "TP0413",
          `database.owners[${index}].${field}`,
          owner[field],
          `is that of database.owners[${other}] already`,
          `Give each owner a ${field} of its own.`,
        ),
      ];
    });
  });

/** Connections that an app opens by the Secret of an owner, in a rolling update with one pod more than its replicas. */
const ownPools = ({ topology, services }: PlatformSpec, secret: string): { apps: string[]; connections: number } => {
  const apps = topology.secrets?.[secret]?.apps ?? [];
  const pods = apps.reduce((sum, app) => sum + mostReplicas(services[app]) + 1, 0);
  return { apps: [...apps], connections: pods * databasePoolSize };
};

/** Apps whose pools ask for more than their role may hold fail in the middle of a deployment, and only under load. */
const appPoolProblems = (platform: PlatformSpec): Problem[] =>
  (platform.database?.owners ?? []).flatMap(({ secret, role, connectionLimit }, index) => {
    const { apps, connections } = ownPools(platform, secret);
    if (connections <= connectionLimit) return [];
    return [
      error(
        "TP0452",
        `database.owners[${index}].connectionLimit`,
        connectionLimit,
        `the pools of ${apps.join(", ")} would open ${connections} connections (${databasePoolSize} for each pod, and one pod more in an update) as role ${role}`,
        `Use at least ${connections}, or fewer replicas.`,
      ),
    ];
  });

const poolProblems = (platform: PlatformSpec): Problem[] => {
  const scopes = componentScopes(platform);
  return Object.entries(platform.components).flatMap(([name, spec]) => {
    const { secret, maxConns } = postgresConnections(spec);
    const owner = platform.database?.owners.find((candidate) => candidate.secret === secret);
    if (owner === undefined || maxConns === undefined) return [];
    const sidecars = (scopes.get(name) ?? []).reduce((sum, app) => sum + mostReplicas(platform.services[app]), 0);
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

/** What the servers behind the components can hold. */
export const checkCapacity = (platform: PlatformSpec): Problem[] => [
  ...partitionProblems(platform),
  ...durabilityProblems(platform),
  ...messageSizeProblems(platform),
  ...serverProblems(platform),
  ...ownerProblems(platform),
  ...poolProblems(platform),
  ...appPoolProblems(platform),
];
