import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pinnedVersions } from "../../../infra/upgrades/pinned-versions.ts";
import { runningVersions } from "../../../infra/upgrades/running-versions.ts";
import { partNames, stages, upgradeParts } from "../../../infra/upgrades/upgrade-parts.ts";
import { planUpgrade } from "../../../infra/upgrades/upgrade-plan.ts";

const pinned = {
  kubernetes: "1.36.3",
  "cert-manager": "1.21.2",
  "prometheus-operator": "0.94.1",
  keda: "2.21.0",
  dapr: "1.18.2",
  strimzi: "1.2.0",
  cnpg: "0.29.0",
  kafka: "4.3.0",
  postgres: "15.20",
};
const plan = (running: object) => planUpgrade(running, pinned);
const codes = (running: object) => plan(running).problems.map(({ code, part }) => `${code} ${part}`);
const stops = (running: object) => plan(running).problems.map(({ remedy }) => remedy);
const oneWays = (running: object) => plan(running).steps.flatMap(({ stage, oneWay }) => (oneWay ? [stage] : []));

describe("the plan of an upgrade", () => {
  test("goes from the cluster over CRDs, control plane, sidecars, operators, brokers and metadata to databases", () => {
    const { steps, problems } = plan({
      kubernetes: "1.35.4",
      "cert-manager": "1.20.0",
      "prometheus-operator": "0.90.0",
      keda: "2.20.0",
      dapr: "1.17.9",
      strimzi: "1.1.0",
      cnpg: "0.28.0",
      kafka: "4.2.0",
      postgres: "15.18",
    });
    expect(problems).toEqual([]);
    expect(steps.map(({ stage, part }) => `${stage}: ${part}`)).toEqual([
      "cluster: kubernetes",
      "cluster: kubernetes",
      "crds: cert-manager",
      "crds: prometheus-operator",
      "crds: keda",
      "crds: dapr",
      "crds: strimzi",
      "control plane: dapr",
      "sidecars: dapr",
      "operators: cert-manager",
      "operators: prometheus-operator",
      "operators: keda",
      "operators: strimzi",
      "operators: cnpg",
      "brokers: kafka",
      "metadata version: kafka",
      "databases: postgres",
    ]);
  });

  test("is empty where everything runs as it is pinned", () => {
    expect(plan(pinned)).toEqual({ steps: [], problems: [], current: [...partNames] });
  });

  test("leaves out what does not run", () => {
    expect(plan({ kafka: "4.3.0" })).toEqual({ steps: [], problems: [], current: ["kafka"] });
  });

  test.each([
    ["Kubernetes", { kubernetes: "1.33.1" }, "1.34, then 1.35"],
    ["cert-manager", { "cert-manager": "1.18.0" }, "1.19, then 1.20"],
    ["Dapr", { dapr: "1.16.4" }, "1.17"],
    ["Strimzi before v1", { strimzi: "0.47.0" }, "0.51"],
  ])("takes %s through each release that may not be skipped", (_, running, between) => {
    expect(stops(running)).toEqual([`Upgrade to the last patch of ${between} first, each time with these steps.`]);
  });

  test.each([
    ["Kubernetes", { kubernetes: "1.35.0" }],
    ["cert-manager", { "cert-manager": "1.20.9" }],
    ["Dapr", { dapr: "1.18.1" }],
    ["Strimzi that knows v1", { strimzi: "0.51.0" }],
    ["Kafka over several minors", { kafka: "3.9.1" }],
    ["KEDA over several minors", { keda: "2.15.0" }],
  ])("takes %s at once", (_, running) => {
    expect(codes(running)).toEqual([]);
    expect(plan(running).steps.length).toBeGreaterThan(0);
  });

  test("refuses Kafka before 3.3, which no broker of 4 reads", () => {
    expect(codes({ kafka: "3.2.3" })).toEqual(["upgrade-refused kafka"]);
    expect(plan({ kafka: "3.2.3" }).steps).toEqual([]);
    expect(codes({ kafka: "3.3.0" })).toEqual([]);
  });

  test("refuses downgrades and what is no version", () => {
    expect(codes({ dapr: "1.19.0", kafka: "latest" })).toEqual(["upgrade-downgrade dapr", "upgrade-version kafka"]);
  });

  test("names the doors that open one way only", () => {
    expect(oneWays({ kafka: "4.2.0" })).toEqual(["metadata version"]);
    expect(oneWays({ postgres: "14.2" })).toEqual(["databases"]);
    expect(oneWays({ strimzi: "0.51.0" })).toEqual(["crds"]);
    expect(oneWays({ kubernetes: "1.35.0" })).toEqual(["cluster"]);
  });

  test("has none for patches: no metadata version, no major release, no conversion", () => {
    expect(oneWays({ kafka: "4.3.0-rc1", postgres: "15.1", strimzi: "1.1.0", dapr: "1.18.1" })).toEqual([]);
    expect(planUpgrade({ kafka: "4.3.0" }, { kafka: "4.3.1" }).steps.map(({ stage }) => stage)).toEqual(["brokers"]);
  });

  test("says of every step what restarts, and backs up before everything that has no way back", () => {
    for (const part of partNames)
      for (const step of upgradeParts[part].steps([0, 1, 0], [99, 0, 0])) {
        expect([part, step.restarts.length > 5, stages.includes(step.stage)]).toEqual([part, true, true]);
        if (step.oneWay !== undefined && step.stage !== "metadata version") expect(step.backUp).toBeDefined();
      }
  });

  test("has a source for every rule and a pinned version for every part", () => {
    expect(Object.keys(pinnedVersions).sort()).toEqual([...partNames].sort());
    for (const part of partNames) expect(upgradeParts[part].source).toMatch(/https:\/\//);
    expect(planUpgrade(pinnedVersions, pinnedVersions).problems).toEqual([]);
  });

  test("has steps or a reason for any two versions", () => {
    const version = fc.tuple(fc.nat(5), fc.nat(60), fc.nat(20)).map((numbers) => numbers.join("."));
    fc.assert(
      fc.property(fc.constantFrom(...partNames), version, version, (part, from, to) => {
        const { steps, problems, current } = planUpgrade({ [part]: from }, { [part]: to });
        return steps.length + problems.length + current.length > 0;
      }),
      { numRuns: 500 },
    );
  });
});

describe("the versions that run", () => {
  const workload = (image: string, labels = {}) => ({
    metadata: { labels },
    spec: { template: { spec: { containers: [{ image }] } } },
  });

  test("are told by images, whatever their registry, by charts and by the apiserver", () => {
    expect(
      runningVersions(
        [
          workload("ghcr.io/dapr/operator:1.18.2"),
          workload("ghcr.io/dapr/injector:1.17.0"),
          workload("quay.io/strimzi/operator:1.2.0"),
          { metadata: {}, spec: { containers: [{ image: "quay.io/keda/keda:2.21.0" }] } },
          workload("registry.example.com:5000/apache/kafka:4.3.0@sha256:00"),
          workload("docker.io/library/postgres:15.20"),
          workload("quay.io/jetstack/cert-manager-controller:v1.21.2"),
          workload("ghcr.io/cloudnative-pg/cloudnative-pg:1.30.0", { "helm.sh/chart": "cloudnative-pg-0.29.0" }),
        ],
        "v1.36.3+k3s1",
      ),
    ).toEqual({
      kubernetes: "1.36.3+k3s1",
      dapr: "1.18.2",
      strimzi: "1.2.0",
      keda: "2.21.0",
      kafka: "4.3.0",
      postgres: "15.20",
      "cert-manager": "1.21.2",
      cnpg: "0.29.0",
    });
  });

  test("of Strimzi's brokers stand behind the operator's", () => {
    expect(runningVersions([workload("quay.io/strimzi/kafka:1.1.0-kafka-4.2.0")], undefined)).toEqual({
      kafka: "4.2.0",
    });
  });

  test("are not guessed from images of another name or without a tag", () => {
    const others = ["registry.example.com:5000/postgres", "example.com/my-kafka-ui:1.0.0", "example.com/strimzi:1"];
    expect(
      runningVersions(
        others.map((image) => workload(image)),
        undefined,
      ),
    ).toEqual({});
  });
});
