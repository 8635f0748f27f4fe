import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { secret, type Inputs } from "@pulumi/pulumi";
import { TaskPlatform } from "../components/task-platform.ts";
import type { StackConfig } from "../config.ts";
import type { Platform } from "../model/platform.ts";
import { targets } from "../model/targets.ts";
import { versions } from "../versions.ts";

type ClusterConfig = Extract<StackConfig, { registry: string }>;

/** Contents of the kubeconfig; undefined when there is none yet, so that a preview works before the cluster exists. */
const readKubeconfig = (path: string): string | undefined => {
  const file = path.replace(/^~(?=\/)/, homedir());
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

/** Folder of an app relative to the engine's working folder, so that the state does not depend on the checkout's place. */
const appFolder = (app: string): string => relative(process.cwd(), join(import.meta.dirname, "../../apps", app));

const isFolder = (chart: string): boolean => !/^(https?|oci):/.test(chart);

/** Targets `local` and `minikube`: the whole platform on a cluster that is there already. */
export const existingClusterStack = (config: ClusterConfig, platform: Platform): Inputs => {
  const kubeconfig = readKubeconfig(config.kubeconfig);
  const provider = new Provider("cluster", {
    // A changed value is an update, not a new object that every pod would have to be pointed at.
    enableConfigMapMutable: true,
    enableSecretMutable: true,
    // It holds the key or the token of an administrator, and a provider's arguments are kept in the state.
    ...(kubeconfig === undefined ? {} : { kubeconfig: secret(kubeconfig) }),
    ...(config.context === undefined ? {} : { context: config.context }),
  });
  const target = targets[config.target];
  const demoUser = target.demoUser ? "demo" : undefined;
  const chart = config.charts.dapr;
  const todo = new TaskPlatform(
    "todo",
    {
      platform,
      daprChart: isFolder(chart) ? { folder: chart } : { repository: chart },
      daprVersion: versions.tools.dapr,
      strimzi: { chart: { repository: "https://strimzi.io/charts/" }, version: versions.strimzi },
      redpanda: { chart: { repository: "https://charts.redpanda.com" }, version: versions.charts.redpanda },
      operatorCharts: versions.charts,
      cnpg: { chart: { repository: "https://cloudnative-pg.github.io/charts" }, version: versions.charts.cnpg },
      images: { ...versions.images, ...versions.publishedImages },
      registry: config.registry,
      baseImage: config.baseImage,
      appFolder,
      demoUser,
      caGenerations: config.caGenerations,
    },
    { providers: [provider] },
  );
  return {
    target: config.target,
    namespace: platform.namespace,
    images: todo.images,
    ...(target.nodePorts === undefined ? {} : { nodePorts: target.nodePorts }),
    versions: { dapr: versions.tools.dapr },
    ...(demoUser === undefined ? {} : { demoUser: { username: demoUser, password: todo.demoPassword } }),
  };
};
