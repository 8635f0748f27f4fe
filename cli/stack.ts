import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { clusterFiles, readPlan } from "../local/cluster/cluster-files.ts";
import { baseImageReference } from "../local/images/ensure-images.ts";
import { repositoryRoot, toolDir } from "../local/paths.ts";
import { prepareStack, type PreparedStack } from "../local/pulumi/prepare-stack.ts";
import { UserError } from "../local/user-error.ts";
import { targets } from "../infra/model/targets.ts";
import { todoPlatform } from "../infra/model/todo.ts";
import type { Platform } from "../infra/model/platform.ts";

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

/**
 * Makes the stack of a cluster ready for `pulumi`. Its config is that of Pulumi.local.yaml and the cluster's own values,
 * written into the state folder, so the checkout stays clean; `more` holds further values by their keys.
 */
export const localStack = async (
  cluster: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<PreparedStack> => {
  const plan = await requirePlan(cluster);
  const files = clusterFiles(cluster);
  const committed = parse(await readFile(join(repositoryRoot, "Pulumi.local.yaml"), "utf8")) as { config: object };
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
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [`todo-platform:${key}`, value])),
    },
  });
};

/** The model of the platform that runs on an embedded cluster. */
export const localPlatform = (): Platform => todoPlatform(targets.local);
