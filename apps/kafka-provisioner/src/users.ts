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

/** Gives users their rights; what they have already stays. */
export const provideRights = async (admin: Admin, users: readonly User[]): Promise<void> => {
  const creations = users.flatMap(rightsOf);
  if (creations.length > 0) await admin.createAcls({ creations });
};
