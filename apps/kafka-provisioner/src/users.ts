import { pbkdf2Sync, randomBytes } from "node:crypto";
import {
  AclOperations,
  AclPermissionTypes,
  type Admin,
  alterUserScramCredentialsV0,
  type Connection,
  ResourcePatternTypes,
  ResourceTypes,
  ScramMechanisms,
} from "@platformatic/kafka";
import type { Plan } from "./plan.ts";

type User = Plan["users"][number];

/** Kafka's own number for its tools; the passwords are random and long. */
const iterations = 4096;
const keyBytes = 64;

/** Gives users their passwords for SCRAM-SHA-512; one that is there gets the given one. */
export const providePasswords = async (
  connection: Connection,
  passwords: ReadonlyMap<string, string>,
): Promise<void> => {
  const upsertions = [...passwords].map(([name, password]) => {
    const salt = randomBytes(24);
    const saltedPassword = pbkdf2Sync(password, salt, iterations, keyBytes, "sha512");
    return { name, mechanism: ScramMechanisms.SCRAM_SHA_512, iterations, salt, saltedPassword };
  });
  if (upsertions.length > 0) await alterUserScramCredentialsV0.api.async(connection, [], upsertions);
};

type Resource = typeof ResourceTypes.TOPIC | typeof ResourceTypes.GROUP;
type Operation = (typeof AclOperations)[keyof typeof AclOperations];

const allow = (user: string, resourceType: Resource, resourceName: string, ...operations: Operation[]) =>
  operations.map((operation) => ({
    resourceType,
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: `User:${user}`,
    host: "*",
    operation,
    permissionType: AclPermissionTypes.ALLOW,
  }));

const rightsOf = ({ name, reads, writes }: User) => {
  const { READ, WRITE, DESCRIBE } = AclOperations;
  return [
    ...reads.flatMap((topic) => allow(name, ResourceTypes.TOPIC, topic, READ, DESCRIBE)),
    ...(reads.length > 0 ? allow(name, ResourceTypes.GROUP, name, READ, DESCRIBE) : []),
    ...writes.flatMap((topic) => allow(name, ResourceTypes.TOPIC, topic, WRITE, DESCRIBE)),
  ];
};

type Right = ReturnType<typeof rightsOf>[number];

const textOf = (right: Right): string => JSON.stringify(Object.entries(right).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What users may do now. */
const presentRights = async (admin: Admin, users: readonly User[]): Promise<Right[]> => {
  const every = {
    ...{ resourceType: ResourceTypes.ANY, resourcePatternType: ResourcePatternTypes.ANY, resourceName: null },
    ...{ operation: AclOperations.ANY, permissionType: AclPermissionTypes.ANY, principal: null, host: null },
  };
  const principals = new Set(users.map(({ name }) => `User:${name}`));
  const found = await admin.describeAcls({ filter: every });
  return found
    .flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...acl, ...resource })))
    .filter(({ principal }) => principals.has(principal)) as Right[];
};

/** Gives users exactly their rights: what one has beside them is taken away. Users that are not named keep theirs. */
export const provideRights = async (admin: Admin, users: readonly User[]): Promise<void> => {
  const wanted = users.flatMap(rightsOf);
  const present = await presentRights(admin, users);
  const [asked, known] = [wanted, present].map((rights) => new Set(rights.map(textOf)));
  const creations = wanted.filter((right) => !known?.has(textOf(right)));
  const filters = present.filter((right) => !asked?.has(textOf(right)));
  // First what is missing, so that a right that only changes its form is never gone.
  if (creations.length > 0) await admin.createAcls({ creations });
  if (filters.length > 0) await admin.deleteAcls({ filters });
};
