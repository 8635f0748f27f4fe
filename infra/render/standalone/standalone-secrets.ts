import type { PlatformSpec } from "../../model/platform-spec.ts";
import { connectionStringKey } from "../../model/database.ts";
import { loopback } from "./standalone-platform.ts";

/** Values of secrets by name and key, as the secret store of a file reads them. */
export type SecretValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Name of the one who signs in on a developer's machine. */
const demoUser = "demo";

/** A value that nobody can guess, in characters that no URL changes. */
type RandomText = (length: number) => string;

const passwordIn = (secrets: SecretValues, secret: string): string | undefined => {
  const text = secrets[secret]?.[connectionStringKey];
  return text === undefined ? undefined : new URL(text).password;
};

/** Passwords stay, while the port may be another one. */
const databaseSecrets = (
  { database }: PlatformSpec,
  port: number,
  random: RandomText,
  kept: SecretValues,
): SecretValues =>
  Object.fromEntries(
    (database?.owners ?? []).map(({ secret, role, database: name }) => {
      const login = `${role}:${passwordIn(kept, secret) ?? random(32)}`;
      return [secret, { [connectionStringKey]: `postgresql://${login}@${loopback}:${port}/${name}?sslmode=disable` }];
    }),
  );

const generatedSecrets = ({ generatedSecrets: generated = {} }: PlatformSpec, random: RandomText): SecretValues =>
  Object.fromEntries(
    Object.entries(generated).map(([secret, keys]) => [
      secret,
      Object.fromEntries(Object.entries(keys).map(([key, length]) => [key, random(length)])),
    ]),
  );

/**
 * A value for every secret that the platform makes itself. Those that it expects from elsewhere are the developer's to
 * add.
 *
 * @param kept What an earlier run made; it stays, or databases and tokens would no longer fit.
 */
export const standaloneSecrets = (
  platform: PlatformSpec,
  postgresPort: number,
  random: RandomText,
  kept: SecretValues = {},
): SecretValues => ({
  ...generatedSecrets(platform, random),
  ...("demo-user" in platform.topology.secrets ? { "demo-user": { username: demoUser, password: random(20) } } : {}),
  ...kept,
  ...databaseSecrets(platform, postgresPort, random, kept),
});

/** The SQL that makes the databases and the roles that own them; it contains their passwords. */
export const toDatabaseScript = (platform: PlatformSpec, secrets: SecretValues): string =>
  (platform.database?.owners ?? [])
    .map(({ database, role, secret }) => {
      const password = passwordIn(secrets, secret) ?? "";
      return `CREATE ROLE "${role}" LOGIN PASSWORD '${password}';\nCREATE DATABASE "${database}" OWNER "${role}";\n`;
    })
    .join("");
