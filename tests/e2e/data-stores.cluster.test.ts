import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { deadLetterTopic, todoTopology } from "@todo-platform/contracts";
import { KubeConfig } from "@kubernetes/client-node";
import { forwardPod, type Forwarded } from "../../infra/verify/pod-forward.ts";
import { toKafkaUsers } from "../../infra/model/kafka.ts";
import { createKubectl } from "./support/kubectl.ts";
import { openMesh, type Mesh } from "./support/mesh.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const bootstrap = "todo-kafka.kafka.svc.cluster.local:9092";

let mesh: Mesh;
let postgres: Forwarded;

beforeAll(async () => {
  mesh = openMesh(platform);
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(platform.kubeconfig);
  postgres = await forwardPod(kubeconfig, "todo-app", "postgres-0", 5432);
});

afterAll(async () => {
  await postgres[Symbol.asyncDispose]();
  await mesh[Symbol.asyncDispose]();
});

/** Runs a shell script in the broker's pod. */
const inBroker = async (script: string): Promise<string> => {
  const { stdout, stderr } = await kubectl.attempt(
    ["exec", "-i", "-n", "kafka", "todo-kafka-0", "-c", "kafka", "--", "bash", "-s"],
    `export LOG_DIR=/tmp/logs KAFKA_HEAP_OPTS=-Xmx96m KAFKA_JVM_PERFORMANCE_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
cd /opt/kafka/bin
${script}`,
  );
  return `${stdout}${stderr}`;
};

const clientProperties = async (user: string): Promise<string> => {
  const { password = "" } = await mesh.secret(`${user}-kafka`);
  return `cat > /tmp/${user}.properties <<END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${user}" password="${password}";
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka-credentials/ca.crt
END`;
};

/** `user operation type name` of each rule that `kafka-acls.sh --list` prints. */
function rulesOf(output: string): string[] {
  const blocks = output.split("Current ACLs for resource ").slice(1);
  const rules = blocks.flatMap((block) => {
    const [, type = "", name = ""] = /resourceType=(\w+), name=([^,]+), patternType=LITERAL/.exec(block) ?? [];
    const entries = block.matchAll(/principal=User:([^,]+), host=\*, operation=(\w+), permissionType=ALLOW/g);
    return [...entries].map(([, user, verb]) => `${user} ${verb} ${type} ${name}`);
  });
  return rules.sort();
}

describe("Kafka refuses", () => {
  const topics = Object.keys(todoTopology.topics).flatMap((topic) => [topic, deadLetterTopic(topic)]);
  const users = toKafkaUsers(todoTopology);
  // One of each kind for each user: the next test compares every right.
  const cases = users.flatMap(({ name, writes, reads }) =>
    [
      { user: name, verb: "write", topic: topics.find((topic) => !writes.includes(topic)) },
      { user: name, verb: "read", topic: topics.find((topic) => !reads.includes(topic)) },
    ].filter(({ topic }) => topic !== undefined),
  );
  test("whatever the model does not allow: the broker's rules are the model's", async () => {
    const output = await inBroker(`cat > /tmp/admin.properties <<END
security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="$(cat /etc/kafka-credentials/password)";
ssl.truststore.type=PEM
ssl.truststore.location=/etc/kafka-credentials/ca.crt
END
timeout 60 ./kafka-acls.sh --bootstrap-server ${bootstrap} --command-config /tmp/admin.properties --list
rm /tmp/admin.properties`);
    const rights = users.flatMap(({ name, reads, writes }) => [
      ...[...reads, ...writes].map((topic) => `${name} DESCRIBE TOPIC ${topic}`),
      ...reads.map((topic) => `${name} READ TOPIC ${topic}`),
      ...writes.map((topic) => `${name} WRITE TOPIC ${topic}`),
      ...(reads.length > 0 ? ["DESCRIBE", "READ"].map((verb) => `${name} ${verb} GROUP ${name}`) : []),
    ]);
    expect(rulesOf(output)).toEqual([...new Set(rights)].sort());
  });

  test.each(cases)("$user to $verb $topic", async ({ user, verb, topic }) => {
    const command =
      verb === "write"
        ? `echo forged | timeout 30 ./kafka-console-producer.sh --bootstrap-server ${bootstrap} --topic ${topic} --command-config /tmp/${user}.properties`
        : `timeout 30 ./kafka-console-consumer.sh --bootstrap-server ${bootstrap} --topic ${topic} --command-config /tmp/${user}.properties --partition 0 --offset earliest --timeout-ms 8000`;
    const output = await inBroker(`${await clientProperties(user)}\n${command}\nrm /tmp/${user}.properties`);
    expect(output).toContain(`Not authorized to access topics: [${topic}]`);
  });

  test("the consumer group of another app", async () => {
    const user = "notification-service";
    const output = await inBroker(`${await clientProperties(user)}
timeout 30 ./kafka-console-consumer.sh --bootstrap-server ${bootstrap} --topic task-events --command-config /tmp/${user}.properties --group audit-service --timeout-ms 8000
rm /tmp/${user}.properties`);
    expect(output).toContain("Not authorized to access group: audit-service");
  });

  test("a client without TLS", async () => {
    const output = await inBroker(
      `timeout 12 ./kafka-topics.sh --bootstrap-server ${bootstrap} --list; echo "exit $?"`,
    );
    expect(output).not.toContain("task-events\n");
    expect(output).toMatch(/exit (1|124)/);
  });
});

test("Kafka listens for clients with TLS and a password only", async () => {
  const config = await kubectl.get("configmap", "todo-kafka", "-n", "kafka");
  const properties = config.data?.["server.properties"] ?? "";
  expect(/^listener\.security\.protocol\.map=(.*)$/m.exec(properties)?.[1]).toBe("CLIENTS:SASL_SSL,CONTROLLER:SSL");
});

describe("PostgreSQL", () => {
  const connect = async (user: string, password: string, database: string, ssl: boolean): Promise<string> => {
    const client = new pg.Client({
      host: "127.0.0.1",
      port: Number(new URL(postgres.url).port),
      user,
      password,
      database,
      // The certificate names the server's address inside the cluster, which a forwarded port does not have.
      ssl: ssl ? { rejectUnauthorized: false } : false,
    });
    try {
      await client.connect();
      return "connected";
    } catch (failure) {
      return (failure as Error).message;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const passwordOf = async (secret: string): Promise<string> => {
    const { "connection-string": url = "" } = await mesh.secret(secret);
    return decodeURIComponent(new URL(url).password);
  };

  test("lets a role into its own database over TLS", async () => {
    expect(await connect("todo-backend", await passwordOf("postgres-credentials"), "tododb", true)).toBe("connected");
  });

  test("refuses a connection without TLS", async () => {
    const outcome = await connect("todo-backend", await passwordOf("postgres-credentials"), "tododb", false);
    expect(outcome).toMatch(
      /^no pg_hba\.conf entry for host ".*", user "todo-backend", database "tododb", no encryption$/,
    );
  });

  test("refuses a wrong password", async () => {
    const outcome = await connect("todo-backend", "wrong", "tododb", true);
    expect(outcome).toBe('password authentication failed for user "todo-backend"');
  });

  test.each([
    { role: "todo-backend", secret: "postgres-credentials", databases: ["auditdb", "statedb", "postgres"] },
    { role: "audit-service", secret: "audit-postgres-credentials", databases: ["tododb", "statedb", "postgres"] },
    { role: "dapr-statestore", secret: "statestore-credentials", databases: ["tododb", "auditdb", "postgres"] },
  ])("refuses $role the databases of others", async ({ role, secret, databases }) => {
    const password = await passwordOf(secret);
    for (const database of databases)
      expect(await connect(role, password, database, true)).toBe(`permission denied for database "${database}"`);
  });
});
