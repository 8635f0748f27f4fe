import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { clusterFiles, readPlan } from "../local/cluster/cluster-files.ts";
import { baseImageReference } from "../local/images/ensure-images.ts";
import type { ServerName } from "../local/images/server-recipes.ts";
import { repositoryRoot, toolDir } from "../local/paths.ts";
import { prepareStack, stackFile, type PreparedStack } from "../local/pulumi/prepare-stack.ts";
import { UserError } from "../local/user-error.ts";
import { choiceOf, parseConfig, project } from "../infra/config.ts";
import { PlatformError } from "../infra/model/problems.ts";
import { todoPlatform } from "../infra/model/todo.ts";
import type { Platform } from "../infra/model/platform.ts";
import { targetOf } from "../infra/target-of.ts";
import { projectConfig } from "./project-config.ts";

/** Refuses when a cluster was never started. */
export const requirePlan = async (cluster: string) => {
  const plan = await readPlan(cluster);
  if (plan) return plan;
  throw new UserError([
    {
      code: "cluster-absent",
      severity: "error",
      path: cluster,
      message: `there is no cluster '${cluster}'`,
      remedy: "start it: npm start",
    },
  ]);
};

const committedFile = join(repositoryRoot, "Pulumi.local.yaml");

/**
 * Makes the stack of a cluster ready for `pulumi`. Its config is that of Pulumi.local.yaml and the cluster's own values,
 * written into the state folder, so the checkout stays clean; `more` holds further values by their keys, with or without the project.
 */
export const localStack = async (
  cluster: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<PreparedStack> => {
  const plan = await requirePlan(cluster);
  const files = clusterFiles(cluster);
  const committed = parse(await readFile(committedFile, "utf8")) as { config: object };
  const baseImage = await baseImageReference(plan.registry);
  return prepareStack({
    stateDir: files.folder,
    program: repositoryRoot,
    stack: cluster,
    config: {
      ...committed.config,
      "todo-platform:kubeconfig": files.kubeconfig,
      "todo-platform:registry": plan.registry,
      "todo-platform:charts": { dapr: `${toolDir("dapr")}/chart` },
      ...(baseImage === undefined ? {} : { "todo-platform:baseImage": baseImage }),
      ...Object.fromEntries(
        Object.entries(more).map(([key, value]) => [key.startsWith(`${project}:`) ? key : `${project}:${key}`, value]),
      ),
    },
  });
};

/** The model of the platform on an embedded cluster: by the config of its last `up`, before it by Pulumi.local.yaml. */
export const localPlatform = (cluster: string): Platform => {
  const applied = stackFile(clusterFiles(cluster).folder, cluster);
  const { config } = parse(readFileSync(existsSync(applied) ? applied : committedFile, "utf8")) as {
    config: Record<string, unknown>;
  };
  const values = Object.entries(projectConfig(config)).map(([key, value]): [string, unknown] => [
    key,
    // As the engine hands it over.
    typeof value === "number" ? String(value) : value,
  ]);
  // The cluster's own values are added by its first `up`.
  const parsed = parseConfig({ registry: "none", ...Object.fromEntries(values) });
  if ("problems" in parsed) throw new PlatformError(parsed.problems);
  return todoPlatform(targetOf(parsed.config), choiceOf(parsed.config));
};

/** Servers of a platform that no start makes the image of. */
export const chosenServers = (platform: Platform): ServerName[] => {
  const { redis, etcd, rabbitmq, vault } = platform;
  const servers = Object.entries({ redis, etcd, rabbitmq, vault }) as [ServerName, { kind: string } | undefined][];
  return servers.flatMap(([name, server]) => (server?.kind === "plain" ? [name] : []));
};
