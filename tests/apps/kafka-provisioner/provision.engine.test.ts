import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AclOperations,
  AclPermissionTypes,
  Admin,
  ConfigResourceTypes,
  Connection,
  describeUserScramCredentialsV0,
  ResourcePatternTypes,
  ResourceTypes,
} from "@platformatic/kafka";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reasonOf } from "../../../apps/kafka-provisioner/src/reason.ts";
import { provideTopics } from "../../../apps/kafka-provisioner/src/topics.ts";
import { providePasswords, provideRights } from "../../../apps/kafka-provisioner/src/users.ts";
import { createProgress } from "../../../local/progress.ts";
import type { Child } from "../../../local/standalone/child.ts";
import { startKafka } from "../../../local/standalone/start-kafka.ts";
import { ensureTools } from "../../../local/toolchain/ensure-tools.ts";
import { freePort } from "../../support/free-port.ts";

/** A real broker that knows rights; who comes without a password may do everything. */
const overrides = {
  "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
  "super.users": "User:ANONYMOUS",
};
let folder: string;
let broker: Child;
let admin: Admin;
let connection: Connection;

beforeAll(async () => {
  await ensureTools(["kafka"], createProgress());
  folder = await mkdtemp(join(tmpdir(), "provision-"));
  const [port, controllerPort] = [await freePort(), await freePort()];
  broker = await startKafka({ folder, port, controllerPort, maxMessageBytes: 2_097_152, overrides }, [], 1);
  admin = new Admin({ clientId: "test", bootstrapBrokers: [`127.0.0.1:${port}`] });
  connection = new Connection("test");
  await connection.connect("127.0.0.1", port);
}, 120_000);

afterAll(async () => {
  await Promise.allSettled([admin.close(), connection.close()]);
  await broker.stop();
  await rm(folder, { recursive: true, force: true });
});

const topic = (partitions: number, retentionMs = 604_800_000, maxMessageBytes = 1_048_576) => ({
  ...{ name: "task-events", partitions, retentionMs, maxMessageBytes },
  replicationFactor: 1,
});

const settingsOf = async (name: string): Promise<Record<string, string | null | undefined>> => {
  const configurationKeys = ["retention.ms", "max.message.bytes"];
  const [found] = await admin.describeConfigs({
    resources: [{ resourceType: ConfigResourceTypes.TOPIC, resourceName: name, configurationKeys }],
  });
  return Object.fromEntries((found?.configs ?? []).map(({ name: key, value }) => [key, value]));
};

const partitionsOf = async (name: string): Promise<number | undefined> =>
  (await admin.metadata({ topics: [name], forceUpdate: true })).topics.get(name)?.partitionsCount;

test("a topic is made with its settings; one that is there gets others, and further partitions", async () => {
  expect(await provideTopics(admin, [topic(2)])).toEqual([]);
  expect(await partitionsOf("task-events")).toBe(2);
  expect(await settingsOf("task-events")).toEqual({ "retention.ms": "604800000", "max.message.bytes": "1048576" });

  expect(await provideTopics(admin, [topic(4, 3_600_000, 2_097_152)])).toEqual([]);
  await expect.poll(() => partitionsOf("task-events")).toBe(4);
  expect(await settingsOf("task-events")).toEqual({ "retention.ms": "3600000", "max.message.bytes": "2097152" });
});

test("fewer partitions are told, and nothing else is left undone", async () => {
  await provideTopics(admin, [{ ...topic(3), name: "reminders" }]);
  expect(await provideTopics(admin, [{ ...topic(1, 1000), name: "reminders" }])).toEqual([
    "topic reminders keeps its 3 partitions: Kafka takes none away",
  ]);
  expect(await settingsOf("reminders")).toMatchObject({ "retention.ms": "1000" });
});

const rights = async (): Promise<string[]> => {
  const word = (names: Readonly<Record<string, number>>, value: number): string =>
    Object.entries(names).find(([, number]) => number === value)?.[0] ?? String(value);
  const filter = {
    ...{ resourceType: ResourceTypes.ANY, resourcePatternType: ResourcePatternTypes.ANY },
    ...{ operation: AclOperations.ANY, permissionType: AclPermissionTypes.ANY },
    ...{ resourceName: null, principal: null, host: null },
  };
  const found = await admin.describeAcls({ filter });
  return found
    .flatMap(({ resourceType, resourceName, acls }) =>
      acls.map(
        ({ principal, operation }) =>
          `${principal} ${word(AclOperations, operation)} ${word(ResourceTypes, resourceType)} ${resourceName}`,
      ),
    )
    .sort();
};

test("a user may read and write what it is to, as the group of its own name, and nothing else", async () => {
  const users = [
    { name: "audit-service", reads: ["task-events"], writes: ["audit-logs"] },
    { name: "todo-backend", reads: [], writes: ["task-events"] },
  ];
  await provideRights(admin, users);
  await provideRights(admin, users);
  expect(await rights()).toEqual([
    "User:audit-service DESCRIBE GROUP audit-service",
    "User:audit-service DESCRIBE TOPIC audit-logs",
    "User:audit-service DESCRIBE TOPIC task-events",
    "User:audit-service READ GROUP audit-service",
    "User:audit-service READ TOPIC task-events",
    "User:audit-service WRITE TOPIC audit-logs",
    "User:todo-backend DESCRIBE TOPIC task-events",
    "User:todo-backend WRITE TOPIC task-events",
  ]);
});

test("a right that is no longer asked for is taken away; those of others stay", async () => {
  await provideRights(admin, [{ name: "somebody", reads: [], writes: ["reminders"] }]);
  await provideRights(admin, [
    { name: "audit-service", reads: [], writes: ["audit-logs"] },
    { name: "todo-backend", reads: [], writes: ["task-events"] },
  ]);
  expect(await rights()).toEqual([
    "User:audit-service DESCRIBE TOPIC audit-logs",
    "User:audit-service WRITE TOPIC audit-logs",
    "User:somebody DESCRIBE TOPIC reminders",
    "User:somebody WRITE TOPIC reminders",
    "User:todo-backend DESCRIBE TOPIC task-events",
    "User:todo-backend WRITE TOPIC task-events",
  ]);
});

test("what the broker refuses is told in its own words", async () => {
  const refused = provideTopics(admin, [{ ...topic(1), name: "too-safe", replicationFactor: 3 }]);
  await expect(refused.catch(reasonOf)).resolves.toMatch(/replication factor.* 3|only 1 broker/i);
});

test("a user gets a password for SCRAM-SHA-512, and another one later", async () => {
  await providePasswords(connection, new Map([["todo-backend", "first"]]));
  await providePasswords(connection, new Map([["todo-backend", "second"]]));
  const { results } = await describeUserScramCredentialsV0.api.async(connection, [{ name: "todo-backend" }]);
  expect(results.map(({ user, credentialInfos }) => [user, credentialInfos])).toEqual([
    ["todo-backend", [{ mechanism: 2, iterations: 4096 }]],
  ]);
});
