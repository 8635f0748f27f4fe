import { z } from "zod";
import { documented, text } from "./documented.ts";
import type { StackConfig } from "./config.ts";
import { checkAks } from "./model/clouds/check-aks.ts";
import { checkDoks } from "./model/clouds/check-doks.ts";
import { reservationsOf, totalOf } from "./model/clouds/reservations.ts";
import { eventHubsName, keyVaultName, todoAks, type AksSpec } from "./model/clouds/aks.ts";
import { operatorsSchema } from "./model/target-parts-schema.ts";
import { todoDoks, type DoksSpec } from "./model/clouds/doks.ts";
import type { PlatformSpec } from "./model/platform-spec.ts";
import type { Problem } from "./model/problems.ts";
import { defaultChoice, type PlatformChoice } from "./model/platform-choice.ts";

const region = (example: string) =>
  text.meta(documented("Region of the cloud in which everything is created.", example));

const database = z
  .enum(["managed", "cnpg"])
  .default("managed")
  .meta(
    documented(
      "Who runs PostgreSQL: the cloud (`managed`), or the CloudNativePG operator in the cluster (`cnpg`).",
      "cnpg",
    ),
  );

const ranges = z.array(text);

/** A cluster that the stack makes has no operators of its own. */
export const cloudOperators = {
  operators: operatorsSchema
    .default("chart")
    .meta(
      documented(
        "Operators of the parts: `chart` (the platform installs the pinned charts), or `existing` where somebody else installs them into the cluster.",
        "existing",
      ),
    ),
};

/** Keys of target `aks`. */
export const aksKeys = {
  region: region("westeurope"),
  suffix: text.meta(
    documented(
      "Ends the names that must be unique in all of Azure (registry, vault, database server): 2 to 10 lower-case letters and digits, a letter first.",
      "x7k2",
    ),
  ),
  adminGroups: z
    .array(text)
    .meta(
      documented(
        "Object ids of the groups of Entra ID whose members administer the cluster and the database server. Whoever runs `pulumi up` is in one of them.",
        ["11111111-2222-4333-8444-555555555555"],
      ),
    ),
  apiServerRanges: ranges.meta(
    documented(
      "Blocks of addresses from which the Kubernetes API is reached, besides the network's machines. None makes it private: then `pulumi up` must run in the network.",
      ["198.51.100.0/24"],
    ),
  ),
  alertEmail: z
    .email()
    .optional()
    .meta(
      documented(
        "Who hears of Azure's alerts on the cluster and on PostgreSQL.",
        "ops@example.com",
        "Nobody, and none is made.",
      ),
    ),
  database,
  stateStore: z
    .enum(["postgresql", "redis"])
    .default("postgresql")
    .meta(documented("What keeps the apps' state: `postgresql` or `redis` (Azure Managed Redis).", "redis")),
  kafka: z
    .enum(["strimzi", "event-hubs-standard", "event-hubs-premium"])
    .default("strimzi")
    .meta(
      documented(
        "What carries the topics: Kafka in the cluster (`strimzi`), or Azure Event Hubs in tier `standard` (at most 10 hubs, and each topic needs two) or `premium`.",
        "event-hubs-standard",
      ),
    ),
  secretStore: z
    .enum(["key-vault", "kubernetes"])
    .default("key-vault")
    .meta(
      documented(
        "Where the apps read their secrets: `key-vault` (each app by an identity of its own) or `kubernetes`.",
        "kubernetes",
      ),
    ),
};

/** Keys of target `doks`. */
export const doksKeys = {
  region: region("fra1"),
  suffix: text.meta(
    documented(
      "Ends the registry's name, which must be unique in all of DigitalOcean: 2 to 10 lower-case letters and digits, a letter first.",
      "x7k2",
    ),
  ),
  apiServerRanges: ranges.meta(
    documented("Blocks of addresses from which the Kubernetes API is reached; nobody else is answered.", [
      "198.51.100.0/24",
    ]),
  ),
  domain: text.meta(
    documented("Domain whose name servers are DigitalOcean's; the gateway's host is in it.", "example.com"),
  ),
  database,
  stateStore: z
    .enum(["redis", "postgresql"])
    .default("redis")
    .meta(documented("What keeps the apps' state: `redis` (managed Valkey) or `postgresql`.", "postgresql")),
};

/** A stack's config for AKS, as far as it says what Azure makes. */
export type AksConfig = z.infer<z.ZodObject<typeof aksKeys>>;
/** A stack's config for DOKS, as far as it says what DigitalOcean makes. */
export type DoksConfig = z.infer<z.ZodObject<typeof doksKeys>>;

/** The cluster of a config, and what stands beside it. */
export const aksOf = ({ region, suffix, adminGroups, apiServerRanges: ranges, alertEmail }: AksConfig): AksSpec =>
  todoAks({
    region,
    suffix,
    adminGroups,
    alertEmail,
    apiServer: ranges.length === 0 ? { kind: "private" } : { kind: "restricted", ranges },
  });

/** The cluster of a config, and what stands beside it. */
export const doksOf = ({ region, suffix, apiServerRanges, domain, stateStore }: DoksConfig): DoksSpec =>
  todoDoks({ region, suffix, apiServerRanges, domain, stateStore });

const eventHubsOf = (config: AksConfig) =>
  ({
    namespace: eventHubsName(aksOf(config)),
    tier: config.kafka === "event-hubs-premium" ? "premium" : "standard",
  }) as const;

/** What Azure runs for the platform beside the cluster. */
export const aksChoice = (config: AksConfig): PlatformChoice => {
  const aks = aksOf(config);
  return {
    ...defaultChoice,
    stateStore: config.stateStore,
    cloud: {
      ...(config.kafka === "strimzi" ? {} : { eventHubs: eventHubsOf(config) }),
      ...(config.database === "managed" ? { postgres: { maxConnections: aks.postgres.maxConnections } } : {}),
      ...(config.secretStore === "key-vault" ? { keyVault: keyVaultName(aks) } : {}),
    },
  };
};

/** What DigitalOcean runs for the platform beside the cluster. */
export const doksChoice = (config: DoksConfig): PlatformChoice => ({
  ...defaultChoice,
  stateStore: config.stateStore,
  cloud: config.database === "managed" ? { postgres: { maxConnections: doksOf(config).postgres.maxConnections } } : {},
});

/** Where a config says what the model has: the model's path, and the key. */
const keyOf: Readonly<Record<string, string>> = {
  "aks.suffix": "suffix",
  "aks.adminGroups": "adminGroups",
  "aks.apiServer.ranges": "apiServerRanges",
  "doks.apiServerRanges": "apiServerRanges",
  "doks.domain": "domain",
  "doks.suffix": "suffix",
};

/** A problem at the key that a user has written. */
const atKey = (problem: Problem): Problem => {
  const { path = "" } = problem;
  const [model, key] = Object.entries(keyOf).find(([start]) => path.startsWith(start)) ?? [];
  return model === undefined ? problem : { ...problem, path: `todo-platform:${key}${path.slice(model.length)}` };
};

/** What is wrong with the cloud of a config, for a platform; nothing where there is none. */
export const checkCloud = (config: StackConfig, platform: PlatformSpec): Problem[] => {
  const wanted = totalOf(reservationsOf(platform));
  switch (config.target) {
    case "aks":
      return checkAks(aksOf(config), wanted).map(atKey);
    case "doks":
      return checkDoks(doksOf(config), wanted, platform.gateway?.host).map(atKey);
    case "local":
    case "minikube":
      return [];
  }
};
