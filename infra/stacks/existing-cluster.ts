import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { secret, type Inputs } from "@pulumi/pulumi";
import { TaskPlatform } from "../components/task-platform.ts";
import type { StackConfig } from "../config.ts";
import type { Platform } from "../model/platform.ts";
import { targets } from "../model/targets.ts";
import { versions } from "../versions.ts";
import { operatorsPageOutput } from "./operators-page-output.ts";
import { clusterDefaults, platformArgs } from "./platform-args.ts";

type ClusterConfig = Extract<StackConfig, { registry: string }>;

/** Contents of the kubeconfig; undefined when there is none yet, so that a preview works before the cluster exists. */
const readKubeconfig = (path: string): string | undefined => {
  const file = path.replace(/^~(?=\/)/, homedir());
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
};

/** Targets `local` and `minikube`: the whole platform on a cluster that is there already. */
export const existingClusterStack = (config: ClusterConfig, platform: Platform): Inputs => {
  const kubeconfig = readKubeconfig(config.kubeconfig);
  const provider = new Provider("cluster", {
    ...clusterDefaults,
    // It holds the key or the token of an administrator, and a provider's arguments are kept in the state.
    ...(kubeconfig === undefined ? {} : { kubeconfig: secret(kubeconfig) }),
    ...(config.context === undefined ? {} : { context: config.context }),
  });
  const target = targets[config.target];
  const demoUser = target.demoUser ? "demo" : undefined;
  const todo = new TaskPlatform(
    "todo",
    { ...platformArgs(config, platform), registry: config.registry, demoUser },
    { providers: [provider] },
  );
  return {
    target: config.target,
    namespace: platform.namespace,
    images: todo.images,
    ...(target.nodePorts === undefined ? {} : { nodePorts: target.nodePorts }),
    versions: { dapr: versions.tools.dapr },
    ...operatorsPageOutput(platform, todo),
    ...(demoUser === undefined ? {} : { demoUser: { username: demoUser, password: todo.demoPassword } }),
  };
};
