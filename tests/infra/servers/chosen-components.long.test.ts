import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { etcdFiles } from "../../../infra/components/etcd-files.ts";
import { rabbitmqDefinitions, rabbitmqFiles, rabbitmqVariables } from "../../../infra/components/rabbitmq-files.ts";
import { redisFiles } from "../../../infra/components/redis-files.ts";
import { toComponents } from "../../../infra/model/dapr/component.ts";
import { etcdClient, etcdHost, type PlainEtcdSpec } from "../../../infra/model/etcd.ts";
import type { PlatformChoice } from "../../../infra/model/platform-choice.ts";
import { rabbitmqHost, type PlainRabbitmqSpec } from "../../../infra/model/rabbitmq.ts";
import { redisHost, type PlainRedisSpec } from "../../../infra/model/redis.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { createProgress } from "../../../local/progress.ts";
import { certificateRequest, locallySigned, selfSigned } from "../../../local/pulumi/tls/certificates.ts";
import { run } from "../../../local/run.ts";
import { ensureDebianRoot } from "../../../local/toolchain/debian-root.ts";
import { ensureTools, programPath } from "../../../local/toolchain/ensure-tools.ts";

const chosen = (choice: Omit<PlatformChoice, "secretStore">) =>
  todoPlatform(targets.local, { ...choice, secretStore: "kubernetes" });
const first = chosen({ stateStore: "etcd", pubsub: "rabbitmq" });
const second = chosen({ stateStore: "redis", pubsub: "redis" });
const etcd = first.etcd as PlainEtcdSpec;
const rabbitmq = first.rabbitmq as PlainRabbitmqSpec;
const redis = second.redis as PlainRedisSpec;
const password = "made-for-this-test";

const newKey = (): string =>
  generateKeyPairSync("ec", { namedCurve: "prime256v1" })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();

interface Authority {
  readonly certificate: string;
  issue(dnsName: string): Promise<Record<"tls.crt" | "tls.key" | "ca.crt", string>>;
}

/** An authority as the stack's own, by the same code. */
const newAuthority = async (): Promise<Authority> => {
  const caKey = newKey();
  const valid = { validityPeriodHours: 24 };
  const subject = { commonName: "todo-platform-ca" };
  const uses = ["cert_signing", "crl_signing", "digital_signature"];
  const own = await selfSigned({ privateKeyPem: caKey, subject, isCaCertificate: true, allowedUses: uses, ...valid });
  const certificate = String(own["certPem"]);
  return {
    certificate,
    async issue(dnsName) {
      const key = newKey();
      const names = { subject: { commonName: "server" }, dnsNames: [dnsName, "localhost"], ipAddresses: ["127.0.0.1"] };
      const { certRequestPem } = await certificateRequest({ privateKeyPem: key, ...names });
      const signed = await locallySigned({
        certRequestPem: String(certRequestPem),
        caPrivateKeyPem: caKey,
        caCertPem: certificate,
        allowedUses: ["digital_signature", "server_auth", "client_auth"],
        ...valid,
      });
      return { "tls.crt": String(signed["certPem"]), "tls.key": key, "ca.crt": certificate };
    },
  };
};

let work: string;
let result: any;

const write = async (files: Record<string, string>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(work, path)), { recursive: true });
    await writeFile(join(work, path), content);
  }
};
const within = (folder: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

/** The components as the platform has them, their Secrets in a file. */
const componentFiles = (secrets: Record<string, Record<string, string>>): Record<string, string> => {
  const object = (name: string, spec: object, rest: object = {}) =>
    JSON.stringify({ apiVersion: "dapr.io/v1alpha1", kind: "Component", metadata: { name }, spec, ...rest });
  const spec = { type: "secretstores.local.file", version: "v1" };
  const secretFile = [
    { name: "secretsFile", value: join(work, "secrets.json") },
    { name: "multiValued", value: "true" },
  ];
  const carriers = [first, second].flatMap((platform) =>
    toComponents(platform)
      .filter(({ name }) => [platform.pubsub, "statestore"].includes(name))
      .map(({ name, type, version, initTimeout, metadata }) => {
        const own = name === "statestore" ? (type.split(".")[1] ?? name) : name;
        // Two stores in one sidecar: one of them is that of actors.
        const items = metadata.filter((item) => item.name !== "actorStateStore");
        const auth = { auth: { secretStore: "local" } };
        return [`${own}.yaml`, object(own, { type, version, initTimeout, metadata: items }, auth)] as const;
      }),
  );
  const subscriptions = ["rabbitmq", "redis"].map((broker) => {
    const bulkSubscribe = { enabled: true, maxMessagesCount: 100, maxAwaitDurationMs: 50 };
    const routes = { pubsubname: `${broker}-pubsub`, topic: "task-events", routes: { default: `/${broker}` } };
    const metadata = { name: `takes-${broker}` };
    const subscription = { apiVersion: "dapr.io/v2alpha1", kind: "Subscription", metadata };
    return [`takes-${broker}.yaml`, JSON.stringify({ ...subscription, spec: { ...routes, bulkSubscribe } })] as const;
  });
  return {
    "secrets.json": JSON.stringify(secrets),
    "components/local.yaml": object("local", { ...spec, metadata: secretFile }),
    ...within("components", Object.fromEntries([...carriers, ...subscriptions])),
  };
};

const prepare = async (): Promise<void> => {
  const authority = await newAuthority();
  const ofEtcd = await authority.issue(etcdHost(etcd));
  const ofRabbitmq = await authority.issue(rabbitmqHost(rabbitmq));
  const ofRedis = await authority.issue(redisHost(redis));
  const definitions = JSON.stringify(rabbitmqDefinitions(first.topology, password));
  await write({
    hosts: `127.0.0.1 localhost ${etcdHost(etcd)} ${rabbitmqHost(rabbitmq)} ${redisHost(redis)}\n`,
    passwd: "root:x:0:0::/:/bin/sh\nserver:x:999:999::/data:/bin/sh\n",
    "ca/ca.crt": authority.certificate,
    "rabbitmq.env": Object.entries(rabbitmqVariables)
      .filter(([, value]) => !value.includes(" "))
      .map(([name, value]) => `${name}=${value}`)
      .join("\n"),
    ...within("etc/etcd-config", etcdFiles(etcd)),
    ...within("etc/etcd-credentials", ofEtcd),
    ...within("etc/rabbitmq-config", rabbitmqFiles(rabbitmq)),
    ...within("etc/rabbitmq-credentials", { ...ofRabbitmq, "definitions.json": definitions }),
    ...within("etc/redis-config", redisFiles(redis)),
    ...within("etc/redis-credentials", { ...ofRedis, password }),
    ...componentFiles({
      [etcd.secret]: await authority.issue(etcdClient(etcd)),
      [rabbitmq.secret]: { username: "dapr", password },
      [redis.secret]: { password },
      "platform-ca": { "ca.crt": authority.certificate },
    }),
  });
};

beforeAll(async () => {
  const progress = createProgress();
  await ensureTools(["etcd", "dapr"], progress);
  const roots = [await ensureDebianRoot("redis", progress), await ensureDebianRoot("rabbitmq", progress)];
  work = await mkdtemp(join(tmpdir(), "chosen-servers-"));
  await prepare();
  const here = import.meta.dirname;
  const programs = [
    programPath("etcd", "etcd"),
    programPath("dapr", "daprd"),
    process.execPath,
    join(here, "drive.ts"),
  ];
  const namespaces = ["--mount", "--propagation=private", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
  const args = [...namespaces, "/bin/sh", join(here, "start-servers.sh"), work, ...roots, ...programs];
  const { stdout } = await run("unshare", args).catch(async (failure: unknown) => {
    const logs = ["daprd", "rabbitmq", "redis", "etcd"].map((name) => readFile(join(work, `${name}.log`), "utf8"));
    throw new Error((await Promise.all(logs)).map((log) => log.slice(-1500)).join("\n"), { cause: failure });
  });
  result = JSON.parse(stdout);
}, 400_000);
afterAll(() => rm(work, { recursive: true, force: true }));

const kept = {
  ...{ saved: true, again: false, value: "v", updated: true, outdated: false },
  ...{ transaction: 204, left: [["a", 1]] },
};

test("the platform's own etcd and Redis keep state for the apps: first writes once, no lost update, transactions", () => {
  expect(result.states).toEqual({ etcd: kept, redis: kept });
});

test("the platform's own RabbitMQ and Redis deliver what is published, singly and in bulk", () => {
  const accepted = [204, 204, 204, 204];
  expect(result.publishes).toEqual({ rabbitmq: accepted, redis: accepted });
  expect(result.received).toEqual({ "/rabbitmq": [1, 2, 3, 11, 12], "/redis": [1, 2, 3, 11, 12] });
});

test("a topic that is none of the topology's is refused", () => {
  expect(result.refused).toBe(403);
});
