import { listAt, numberAt, textAt, valueAt } from "../objects/read.ts";
import type { PreviewStep } from "../preview/preview.ts";

/** Nodes of a pool; of one that scales, the fewest. */
const count = (pool: unknown): number =>
  numberAt(pool, "minCount") ??
  numberAt(pool, "minNodes") ??
  numberAt(pool, "count") ??
  numberAt(pool, "nodeCount") ??
  0;

const nodesOfResource = (type: string, inputs: unknown): number => {
  if (type.startsWith("azure-native:") && type.endsWith(":ManagedCluster"))
    return listAt(inputs, "agentPoolProfiles").reduce<number>((sum, pool) => sum + count(pool), 0);
  if (type.startsWith("azure-native:") && type.endsWith(":AgentPool")) return count(inputs);
  if (type.endsWith(":KubernetesCluster") && textAt(inputs, "nodePool", "name") !== undefined)
    return count(valueAt(inputs, "nodePool"));
  return type.endsWith(":KubernetesNodePool") ? count(inputs) : 0;
};

/** Nodes of the clusters that a stack makes itself, on AKS and DOKS; 0 where the cluster is somebody else's. */
export const nodesOf = (steps: readonly PreviewStep[], time: "before" | "after"): number =>
  steps.reduce((sum, step) => sum + nodesOfResource(step.type, step[time]), 0);
