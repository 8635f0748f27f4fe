import { demoUserSecret, toTopicRights } from "../access.ts";
import { kafkaPasswordVariable, kafkaUserSecret, kafkaVariables, platformCaSecret } from "../kafka-connection.ts";
import { connectionStringKey, type CnpgDatabaseSpec, type DatabaseOwner, type DatabaseSpec } from "../database.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/** Owners whose Secrets the platform makes; those of a server elsewhere are made there. */
const madeOwners = (database: DatabaseSpec | undefined): readonly DatabaseOwner[] =>
  database === undefined || database.kind === "external" ? [] : database.owners;

/** Keys of the Secret that each server of the platform's own brings. */
const serverKeys = ({ redis, etcd, rabbitmq, vault }: PlatformSpec): (readonly [string, readonly string[]])[] =>
  [
    { server: redis, keys: ["password"] },
    { server: etcd, keys: ["ca.crt", "tls.crt", "tls.key"] },
    { server: rabbitmq, keys: ["username", "password"] },
    { server: vault, keys: ["token"] },
  ].flatMap(({ server, keys }) => (server?.kind === "plain" ? [[server.secret, keys] as const] : []));

/** Secrets of the apps' namespace that somebody makes. */
const knownSecrets = (platform: PlatformSpec): string[] => [
  platformCaSecret,
  demoUserSecret,
  ...madeOwners(platform.database).map((owner) => owner.secret),
  ...serverKeys(platform).map(([secret]) => secret),
  ...Object.keys(platform.generatedSecrets ?? {}),
  ...(platform.existingSecrets ?? []),
];

/** What apps read in an external Vault is no Secret of Kubernetes. */
const topologySecrets = ({ topology, vault }: PlatformSpec): string[] =>
  vault?.kind === "external" ? [] : Object.keys(topology.secrets);

/** Variables of the sidecar that the platform sets. */
const knownVariables = ({ kafka }: PlatformSpec): string[] => Object.keys(kafkaVariables(kafka, ""));

/** Every place that names a Secret. */
const references = (platform: PlatformSpec): [path: string, secret: string][] => [
  ...Object.entries(platform.components).flatMap(([component, spec]) =>
    spec.metadata.flatMap((item, index): [string, string][] => {
      const path = `components.${component}.metadata[${index}].secretKeyRef.name`;
      return "secretKeyRef" in item ? [[path, item.secretKeyRef.name]] : [];
    }),
  ),
  ...topologySecrets(platform).map((name): [string, string] => [`topology.secrets.${name}`, name]),
  ...serverReferences(platform),
];

const storeReferences = ({ backup }: CnpgDatabaseSpec): [path: string, secret: string][] =>
  typeof backup?.objectStore === "object" && backup.objectStore.credentials.kind === "s3-keys"
    ? [["database.backup.objectStore.credentials.secret", backup.objectStore.credentials.secret]]
    : [];

const serverReferences = ({ topology, kafka, database, tracing }: PlatformSpec): [path: string, secret: string][] => [
  ...(kafka?.kind === "external" && kafka.credentials.kind === "per-app"
    ? toTopicRights(topology).map(({ app }): [string, string] => ["kafka.credentials", kafkaUserSecret(app)])
    : []),
  ...(tracing.backend === "otlp"
    ? (tracing.headers ?? []).map(({ value }, index): [string, string] => [
        `tracing.headers[${index}].value.secretKeyRef.name`,
        value.secretKeyRef.name,
      ])
    : []),
  ...(database?.kind === "cnpg" ? storeReferences(database) : []),
  ...(database?.kind === "external"
    ? database.owners.map(({ secret }, index): [string, string] => [`database.owners[${index}].secret`, secret])
    : []),
];

const variableProblems = (platform: PlatformSpec): Problem[] => {
  const known = knownVariables(platform);
  return Object.entries(platform.components).flatMap(([component, spec]) =>
    spec.metadata.flatMap((item, index) => {
      if (!("envRef" in item) || known.includes(item.envRef)) return [];
      return [
        error(
          "TP0414",
          `components.${component}.metadata[${index}].envRef`,
          item.envRef,
          "is a variable that no sidecar has",
          `${remedyForName(item.envRef, known, "variables")} ${kafkaPasswordVariable} is set where the platform runs kafka.`,
        ),
      ];
    }),
  );
};

/** Keys of each Secret that the platform makes itself. */
const madeKeys = (platform: PlatformSpec): ReadonlyMap<string, readonly string[]> =>
  new Map<string, readonly string[]>([
    [demoUserSecret, ["username", "password"]],
    ...madeOwners(platform.database).map(({ secret }) => [secret, [connectionStringKey]] as const),
    ...serverKeys(platform),
    ...Object.entries(platform.generatedSecrets ?? {}).map(([secret, keys]) => [secret, Object.keys(keys)] as const),
  ]);

const keyProblems = (platform: PlatformSpec): Problem[] => {
  const made = madeKeys(platform);
  return Object.entries(platform.topology.secrets).flatMap(([name, { keys }]) =>
    keys.flatMap((key, index) => {
      const known = made.get(name);
      if (known === undefined || known.includes(key)) return [];
      return [
        error(
          "TP0417",
          `topology.secrets.${name}.keys[${index}]`,
          key,
          `is no key of Secret "${name}"`,
          remedyForName(key, known, "keys"),
        ),
      ];
    }),
  );
};

/** One missing Secret stops every sidecar that loads a component with it; an app that reads it gets an error. */
export const checkSecrets = (platform: PlatformSpec): Problem[] => {
  const known = knownSecrets(platform);
  const names = new Set(known);
  const missing = references(platform).filter(([, secret]) => !names.has(secret));
  return [
    ...missing.map(([path, secret]) =>
      error(
        "TP0403",
        path,
        secret,
        "is a Secret that nobody makes",
        `${remedyForName(secret, known, "Secrets")} One that exists already is named in existingSecrets.`,
      ),
    ),
    ...keyProblems(platform),
    ...variableProblems(platform),
  ];
};
