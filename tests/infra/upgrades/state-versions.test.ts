import { describe, expect, test } from "vitest";
import { stateVersions } from "../../../infra/upgrades/state-versions.ts";

const state = (...resources: object[]): object => ({ version: 3, deployment: { resources } });
const release = (chart: string, version: string, appVersion: string): object => ({
  type: "kubernetes:helm.sh/v3:Release",
  inputs: { chart: `/charts/${chart}` },
  outputs: { status: { chart, version, appVersion } },
});
const workload = (kind: string, ...images: string[]): object => ({
  type: `kubernetes:apps/v1:${kind}`,
  inputs: { spec: { template: { spec: { containers: images.map((image) => ({ image })) } } } },
});

describe("the versions of a stack's state", () => {
  test("are told by releases, workloads, objects of operators and clusters of the clouds", () => {
    const resources = [
      release("dapr", "1.18.2", "1.18.2"),
      release("cert-manager", "v1.21.2", "v1.21.2"),
      release("kube-prometheus-stack", "88.1.3", "v0.94.1"),
      release("keda", "2.21.0", "2.21.0"),
      release("strimzi-kafka-operator", "1.2.0", "1.2.0"),
      release("cloudnative-pg", "0.29.0", "1.30.0"),
      release("redis", "1.0.0", "8.0.0"),
      { type: "kubernetes:kafka.strimzi.io/v1:Kafka", inputs: {}, outputs: { status: { kafkaVersion: "4.2.1" } } },
      {
        type: "kubernetes:postgresql.cnpg.io/v1:Cluster",
        inputs: { spec: { imageName: "ghcr.io/cloudnative-pg/postgresql:17.6" } },
      },
      {
        type: "azure-native:containerservice:ManagedCluster",
        inputs: { kubernetesVersion: "1.35" },
        outputs: { kubernetesVersion: "1.35", currentKubernetesVersion: "1.35.4" },
      },
    ];
    expect(stateVersions(state(...resources))).toEqual({
      dapr: "1.18.2",
      "cert-manager": "1.21.2",
      "prometheus-operator": "0.94.1",
      keda: "2.21.0",
      strimzi: "1.2.0",
      cnpg: "0.29.0",
      kafka: "4.2.1",
      postgres: "17.6",
      kubernetes: "1.35.4",
    });
  });

  test("of a cluster at DigitalOcean come with its suffix, those of plain servers from their images", () => {
    const cluster = {
      type: "digitalocean:index/kubernetesCluster:KubernetesCluster",
      inputs: { version: "1.36.1-do.0" },
      outputs: { version: "1.36.3-do.1" },
    };
    const servers = [
      workload("StatefulSet", "docker.io/apache/kafka:4.2.0"),
      workload("StatefulSet", "postgres:15.19"),
    ];
    expect(stateVersions(state(cluster, ...servers, workload("DaemonSet", "apache/kafka:1.0.0")))).toEqual({
      kubernetes: "1.36.3-do.1",
      kafka: "4.2.0",
      postgres: "15.19",
    });
  });

  test("of a release that waits for its update are those that are wanted", () => {
    const resource = { type: "kubernetes:helm.sh/v3:Release", inputs: { chart: "dapr", version: "1.17.0" } };
    expect(stateVersions(state(resource))).toEqual({ dapr: "1.17.0" });
  });

  test("leave out what is to be removed", () => {
    expect(stateVersions(state({ ...workload("StatefulSet", "postgres:14.1"), delete: true }))).toEqual({});
  });

  test("of a stack that is empty or was never applied are none", () => {
    expect([stateVersions(state()), stateVersions({ version: 3, deployment: {} })]).toEqual([{}, {}]);
  });

  test.each([[undefined], [null], ["text"], [[]], [{}], [{ deployment: { resources: [{}] } }]])(
    "of %j, which is no state, are unknown",
    (document) => expect(stateVersions(document)).toBeUndefined(),
  );

  test.each([[null], [7], ["a"], [[{ image: 7 }, null, {}]]])("are not read from containers like %j", (containers) => {
    const odd = { type: "kubernetes:apps/v1:Deployment", inputs: { spec: { template: { spec: { containers } } } } };
    expect(stateVersions(state(odd))).toEqual({});
  });
});
