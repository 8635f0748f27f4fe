import { demoUserSecret, toTopicRights } from "../access.ts";
import { kafkaPasswordVariable, kafkaUserSecret, kafkaVariables, platformCaSecret } from "../kafka-connection.ts";
import { connectionStringKey, type DatabaseOwner, type DatabaseSpec } from "../database.ts";
import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { error } from "./error.ts";

/** Owners whose Secrets the platform makes; those of a server elsewhere are made there. */
const madeOwners = (database: DatabaseSpec | undefined): readonly DatabaseOwner[] =>
  database === undefined || database.kind === "external" ? [] : database.owners;

/** Secrets of the apps' namespace that somebody makes. */
const knownSecrets = ({ database, redis, generatedSecrets, existingSecrets }: PlatformSpec): string[] => [
  platformCaSecret,
  demoUserSecret,
  ...madeOwners(database).map((owner) => owner.secret),
  ...(redis?.kind === "plain" ? [redis.secret] : []),
  ...Object.keys(generatedSecrets ?? {}),
  ...(existingSecrets ?? []),
];

/** Variables of the sidecar that the platform sets. */
const knownVariables = ({ kafka }: PlatformSpec): string[] => Object.keys(kafkaVariables(kafka, ""));

/** Every place that names a Secret. */
const references = ({
  components,
  topology,
  kafka,
  database,
  tracing,
}: PlatformSpec): [path: string, secret: string][] => [
  ...Object.entries(components).flatMap(([component, spec]) =>
    spec.metadata.flatMap((item, index): [string, string][] => {
      const path = `components.${component}.metadata[${index}].secretKeyRef.name`;
      return "secretKeyRef" in item ? [[path, item.secretKeyRef.name]] : [];
    }),
  ),
  ...Object.keys(topology.secrets).map((name): [string, string] => [`topology.secrets.${name}`, name]),
  ...(kafka?.kind === "external" && kafka.credentials.kind === "per-app"
    ? toTopicRights(topology).map(({ app }): [string, string] => ["kafka.credentials", kafkaUserSecret(app)])
    : []),
  ...(tracing.backend === "otlp"
    ? (tracing.headers ?? []).map(({ value }, index): [string, string] => [
        `tracing.headers[${index}].value.secretKeyRef.name`,
        value.secretKeyRef.name,
      ])
    : []),
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
const madeKeys = ({ database, redis, generatedSecrets }: PlatformSpec): ReadonlyMap<string, readonly string[]> =>
  new Map<string, readonly string[]>([
    [demoUserSecret, ["username", "password"]],
    ...madeOwners(database).map(({ secret }) => [secret, [connectionStringKey]] as const),
    ...(redis?.kind === "plain" ? [[redis.secret, ["password"]] as const] : []),
    ...Object.entries(generatedSecrets ?? {}).map(([secret, keys]) => [secret, Object.keys(keys)] as const),
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
