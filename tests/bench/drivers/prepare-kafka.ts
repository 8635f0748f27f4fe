// Makes, or removes, the benchmark's topics, user and rights; run in the node's network by the broker's admin.
import { text } from "node:stream/consumers";
import {
  AclOperations,
  AclPermissionTypes,
  Admin,
  alterUserScramCredentialsV0,
  Connection,
  ResourcePatternTypes,
  ResourceTypes,
  ScramMechanisms,
} from "@platformatic/kafka";
import { providePasswords } from "../../../apps/kafka-provisioner/src/users.ts";
import { kafkaOptions } from "./senders.ts";
import type { KafkaAccess } from "./job.ts";

/** What is to be there afterwards; with `remove` it is to be gone. */
export interface KafkaJob {
  readonly admin: KafkaAccess;
  readonly topics: readonly string[];
  readonly partitions: number;
  readonly users: readonly { readonly name: string; readonly groups: readonly string[] }[];
  readonly password: string;
  readonly remove: boolean;
}

const job = JSON.parse(await text(process.stdin)) as KafkaJob;
const options = kafkaOptions(job.admin);
const admin = new Admin(options);

const changeUsers = async (): Promise<void> => {
  const connection = new Connection("bench", { tls: options.tls, sasl: options.sasl });
  const [host = "", port = ""] = job.admin.broker.split(":");
  await connection.connect(host, Number(port));
  const deletions = job.users.map(({ name }) => ({ name, mechanism: ScramMechanisms.SCRAM_SHA_512 }));
  if (job.remove) await alterUserScramCredentialsV0.api.async(connection, deletions, []);
  else await providePasswords(connection, new Map(job.users.map(({ name }) => [name, job.password])));
  await connection.close();
};

const rights = job.users.flatMap(({ name, groups }) => {
  const of = (resourceType: typeof ResourceTypes.TOPIC | typeof ResourceTypes.GROUP, resourceName: string) => ({
    resourceType,
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: `User:${name}`,
    host: "*",
    operation: AclOperations.ALL,
    permissionType: AclPermissionTypes.ALLOW,
  });
  return [
    ...job.topics.map((topic) => of(ResourceTypes.TOPIC, topic)),
    ...groups.map((group) => of(ResourceTypes.GROUP, group)),
  ];
});

const absent = (failure: unknown): void => {
  if (!/SCRAM|RESOURCE_NOT_FOUND|UNKNOWN_TOPIC/i.test(JSON.stringify(failure, Object.getOwnPropertyNames(failure))))
    throw failure;
};

if (job.remove) {
  await admin.deleteAcls({ filters: rights });
  const groups = job.users.flatMap((user) => user.groups);
  await admin.deleteGroups({ groups }).catch(() => undefined);
  await admin.deleteTopics({ topics: [...job.topics] }).catch(absent);
  await changeUsers().catch(absent);
} else {
  const known = await admin.listTopics();
  const topics = job.topics.filter((topic) => !known.includes(topic));
  if (topics.length > 0) await admin.createTopics({ topics, partitions: job.partitions, replicas: 1 });
  await changeUsers();
  await admin.createAcls({ creations: rights });
}
await admin.close();
process.stdout.write("{}", () => process.exit(0));
