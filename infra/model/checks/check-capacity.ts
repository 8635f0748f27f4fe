import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { toBytes } from "../units.ts";
import { error } from "./error.ts";

const partitionProblems = (platform: PlatformSpec): Problem[] =>
  Object.entries(platform.topology.topics).flatMap(([topic, spec]) =>
    Object.keys(spec.subscribers).flatMap((app) => {
      const replicas = platform.services[app]?.replicas ?? 1;
      if (replicas <= platform.kafka.partitions) return [];
      return [
        error(
          "TP0401",
          "kafka.partitions",
          platform.kafka.partitions,
          `${replicas} replicas of ${app} read "${topic}", so some would stay idle`,
          `Use at least ${replicas} partitions or fewer replicas.`,
        ),
      ];
    }),
  );

const connectionProblems = (platform: PlatformSpec): Problem[] => {
  const { database, topology, services } = platform;
  const owned = database.owners.reduce((sum, owner) => sum + owner.connectionLimit, 0);
  const problems: Problem[] = [];
  // Three connections are reserved for the superuser (superuser_reserved_connections).
  if (owned > database.maxConnections - 3)
    problems.push(
      error(
        "TP0402",
        "database.owners",
        owned,
        `the roles may hold ${owned} connections, the server only ${database.maxConnections - 3}`,
        "Raise maxConnections or lower the roles' connectionLimit.",
      ),
    );
  const owner = database.owners.find((candidate) => candidate.secret === database.stateStore.secret);
  if (!owner)
    return [
      ...problems,
      error(
        "TP0403",
        "database.stateStore.secret",
        database.stateStore.secret,
        "belongs to no database",
        remedyForName(
          database.stateStore.secret,
          database.owners.map((o) => o.secret),
          "secrets",
        ),
      ),
    ];
  const apps = topology.stateStores[database.stateStore.name]?.apps ?? [];
  const sidecars = apps.reduce((sum, app) => sum + (services[app]?.replicas ?? 1), 0);
  const needed = sidecars * database.stateStore.maxConns;
  if (needed > owner.connectionLimit)
    problems.push(
      error(
        "TP0404",
        "database.stateStore.maxConns",
        database.stateStore.maxConns,
        `${sidecars} sidecars would open ${needed} connections, role ${owner.role} may hold ${owner.connectionLimit}`,
        "Lower maxConns or raise the role's connectionLimit.",
      ),
    );
  return problems;
};

const storeProblems = (platform: PlatformSpec): Problem[] =>
  Object.keys(platform.topology.stateStores)
    .filter((name) => name !== platform.database.stateStore.name)
    .map((name) =>
      error(
        "TP0405",
        `topology.stateStores.${name}`,
        name,
        "has no component",
        remedyForName(name, [platform.database.stateStore.name], "state stores"),
      ),
    );

/** What the servers behind the components can hold. */
export const checkCapacity = (platform: PlatformSpec): Problem[] => {
  const problems = [...partitionProblems(platform), ...connectionProblems(platform), ...storeProblems(platform)];
  const { kafka, tracing } = platform;
  if (!(tracing.samplingRate >= 0 && tracing.samplingRate <= 1))
    problems.push(
      error(
        "TP0406",
        "tracing.samplingRate",
        tracing.samplingRate,
        "is no share",
        "Use a number from 0 (none) to 1 (all).",
      ),
    );
  if (Number.isNaN(toBytes(kafka.maxMessageSize)))
    problems.push(
      error("TP0407", "kafka.maxMessageSize", kafka.maxMessageSize, "is no size", "Write it as 1Mi or 512Ki."),
    );
  return problems;
};
