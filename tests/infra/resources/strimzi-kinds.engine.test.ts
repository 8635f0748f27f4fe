import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strimziCrds } from "../../../infra/crds/strimzi-crds.ts";
import { toKafkaTopics, toKafkaUsers, type StrimziKafkaSpec } from "../../../infra/model/kafka.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { toKafkaManifest } from "../../../infra/model/strimzi/kafka-manifest.ts";
import { toNodePools } from "../../../infra/model/strimzi/node-pools.ts";
import { toKafkaTopicManifest, toKafkaUserManifest } from "../../../infra/model/strimzi/topics-and-users.ts";
import { targets } from "../../../infra/model/targets.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

let apiserver: Apiserver;
const crds = strimziCrds();

const collection = ({ apiVersion, kind }: Manifest): string => {
  const crd = crds.find(({ spec }) => spec.names.kind === kind);
  return `/apis/${apiVersion}/namespaces/default/${crd?.spec.names.plural}`;
};

/** The manifests of a cluster of Strimzi with the topics and users of a platform. */
const manifestsOf = ({ topology, namespace }: PlatformSpec, kafka: StrimziKafkaSpec): Manifest[] => [
  toKafkaManifest(kafka, { maxMessageSize: "1Mi", clientNamespaces: [namespace] }),
  ...toNodePools(kafka),
  ...toKafkaTopics(topology, kafka, 1_048_576).map((topic) => toKafkaTopicManifest(kafka, topic)),
  ...toKafkaUsers(topology).map((user) => toKafkaUserManifest(kafka, user)),
];

const onStrimzi = Object.entries(profiles).flatMap(([profile, build]) => {
  const platform: PlatformSpec = build(targets.aks);
  const { kafka } = platform;
  if (kafka?.kind !== "strimzi") return [];
  const flat = { ...kafka };
  Reflect.deleteProperty(flat, "rackLabel");
  const small: StrimziKafkaSpec = { ...flat, brokers: 1, controllers: 0, replicationFactor: 1, minInsyncReplicas: 1 };
  return [
    { title: `profile ${profile}`, manifests: manifestsOf(platform, kafka) },
    { title: `profile ${profile} on one node`, manifests: manifestsOf(platform, { ...small, storageClass: "fast" }) },
  ];
});

const create = (manifest: Manifest): Promise<Record<string, unknown>> =>
  apiserver.call("POST", `${collection(manifest)}?dryRun=All&fieldValidation=Strict`, {
    ...manifest,
    metadata: { ...manifest.metadata, namespace: "default" },
  });

beforeAll(async () => {
  apiserver = await startApiserver();
  for (const crd of crds) await apiserver.call("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", crd);
  for (const kind of ["Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser"]) {
    const path = collection({ apiVersion: "kafka.strimzi.io/v1", kind, metadata: { name: "" } });
    for (let served = false; !served; await sleep(50))
      served = await apiserver.call("GET", path).then(
        () => true,
        () => false,
      );
  }
}, 180_000);

afterAll(() => apiserver.stop());

describe("a real API server with Strimzi's CRDs", () => {
  test("is asked about every profile that has a Kafka of its own", () => {
    expect(onStrimzi.map(({ title }) => title)).toEqual(
      ["default", "s0", "s1", "s2", "s4"].flatMap((name) => [`profile ${name}`, `profile ${name} on one node`]),
    );
  });

  test.each(onStrimzi)("takes every object of $title as it is, without an unknown field", async ({ manifests }) => {
    for (const manifest of manifests) {
      const kept = await create(manifest);
      expect(kept["spec"]).toMatchObject(JSON.parse(JSON.stringify(Reflect.get(manifest, "spec"))));
    }
  });

  test.each<[string, (spec: any) => void]>([
    ["an unknown field", (spec) => (spec.kafka.replicas = 3)],
    ["a mechanism that Strimzi has not", (spec) => (spec.kafka.listeners[0].authentication.type = "scram-sha-256")],
    ["a listener without a port", (spec) => delete spec.kafka.listeners[0].port],
    ["a JVM setting for ZooKeeper", (spec) => (spec.zookeeper = { replicas: 3 })],
  ])("refuses a Kafka with %s", async (_, change) => {
    const [kafka] = onStrimzi[0]?.manifests ?? [];
    if (kafka === undefined) throw new Error("there is no Kafka");
    const broken = JSON.parse(JSON.stringify(kafka)) as Manifest & { spec: unknown };
    change(broken.spec);
    await expect(create(broken)).rejects.toThrow(/unknown field|Unsupported value|Required value/);
  });
});
