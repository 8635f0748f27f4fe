import { TaskPlatform } from "../../infra/components/task-platform.ts";
import type { TaskPlatformArgs } from "../../infra/components/task-platform-args.ts";
import type { PlatformSpec } from "../../infra/model/platform-spec.ts";
import { profiles } from "../../infra/model/profiles/profiles.ts";
import { targets } from "../../infra/model/targets.ts";
import { kafkaPubSub } from "../../infra/model/kafka-pubsub.ts";
import { definePlatform } from "../../infra/model/platform.ts";
import { program } from "../../infra/program.ts";
import { versions } from "../../infra/versions.ts";
import { redpandaKafka } from "../infra/redpanda-kafka.ts";
import { everythingOfAzure, recordStack, stackPlatform, type CloudStack } from "../infra/clouds/recorded-stack.ts";
import { record, type Recorded } from "../infra/components/record.ts";

const cnpgCharts = "https://cloudnative-pg.github.io/charts";
const config = { registry: "registry.example.com", kubeconfig: "/does/not/exist", baseImage: "base.example.com/node" };

/** What a stack makes in one environment, and what it takes as made by somebody else. */
export interface Composition {
  readonly record: () => Promise<Recorded[]>;
  readonly platform: PlatformSpec;
}

const ofTarget = (target: "local" | "minikube"): Composition => ({
  platform: profiles.default(targets[target]),
  record: () => record({ target, ...config }, program),
});

/** A stack of a cloud as it is committed, with everything that the cloud makes. */
const ofStack = (stack: CloudStack, changes: Record<string, unknown> = {}): Composition => ({
  platform: stackPlatform(stack, changes),
  record: () => recordStack(stack, changes),
});

/** What differs between two runs of a program besides its model. */
export type Overrides = Partial<Pick<TaskPlatformArgs, "daprVersion" | "caGenerations" | "baseImage">>;

/** What a platform's program makes inside a cluster. */
export const recordPlatform = (
  platform: PlatformSpec,
  demoUser: string | undefined,
  overrides: Overrides = {},
): Promise<Recorded[]> =>
  record({}, async () => {
    new TaskPlatform("todo", {
      platform,
      daprChart: { repository: "https://dapr.github.io/helm-charts" },
      daprVersion: versions.tools.dapr,
      strimzi: { chart: { repository: "https://strimzi.io/charts/" }, version: versions.strimzi },
      redpanda: { chart: { repository: "https://charts.redpanda.com" }, version: versions.charts.redpanda },
      cnpg: { chart: { repository: cnpgCharts }, version: versions.charts.cnpg },
      barman: { chart: { repository: cnpgCharts }, version: versions.charts["plugin-barman-cloud"] },
      images: { ...versions.images, ...versions.publishedImages },
      registry: config.registry,
      baseImage: config.baseImage,
      appFolder: (app) => `apps/${app}`,
      demoUser,
      ...overrides,
    });
  });

/** What a stack makes inside a cluster; no stack of a cloud is needed for it. */
const ofPlatform = (platform: PlatformSpec, demoUser: string | undefined): Composition => ({
  platform,
  record: () => recordPlatform(platform, demoUser),
});

const production: PlatformSpec = profiles.default({ ...targets.aks, operatorsPage: { replay: false } });
const onRedpanda = definePlatform({
  ...production,
  kafka: redpandaKafka,
  components: { ...production.components, "kafka-pubsub": kafkaPubSub(redpandaKafka, production.maxMessageSize) },
});

/**
 * The targets, each seed's own names on minikube, what a production cluster of somebody else would get, and that with
 * Kafka of another kind.
 */
export const compositions: Readonly<Record<string, Composition>> = {
  local: ofTarget("local"),
  minikube: ofTarget("minikube"),
  s0: ofPlatform(profiles.s0(targets.minikube), "demo"),
  s1: ofPlatform(profiles.s1(targets.minikube), "demo"),
  s2: ofPlatform(profiles.s2(targets.minikube), "demo"),
  s3: ofPlatform(profiles.s3(targets.minikube), "demo"),
  s4: ofPlatform(profiles.s4(targets.minikube), "demo"),
  production: ofPlatform(profiles.default(targets.aks), undefined),
  aks: ofStack("prod"),
  "aks-managed": ofStack("prod", everythingOfAzure),
  doks: ofStack("prod-doks"),
  redpanda: ofPlatform(onRedpanda, undefined),
};

/** What stands outside of a program: Secrets and stores that its model names as made elsewhere. */
export const declaredBy = ({ namespace, existingSecrets = [], database }: PlatformSpec): Set<string> =>
  new Set([
    ...existingSecrets.map((secret) => `Secret ${namespace}/${secret}#*`),
    ...(database?.kind === "cnpg" && typeof database.backup?.objectStore === "string"
      ? [`ObjectStore ${database.namespace}/${database.backup.objectStore}`]
      : []),
    ...(database?.kind === "external" ? database.owners.map(({ secret }) => `Secret ${namespace}/${secret}#*`) : []),
    // The backend looks whether there is a demo user; production has none.
    `Secret ${namespace}/demo-user`,
  ]);
