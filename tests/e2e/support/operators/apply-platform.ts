import { runPulumi } from "../../../../cli/pulumi-up.ts";
import { localStack } from "../../../../cli/stack.ts";
import { clusterFiles } from "../../../../local/cluster/cluster-files.ts";

/** `pulumi up` of the cluster's stack with further values of its config; without any it is the platform of `npm start`. */
export const applyPlatform = async (cluster: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const stack = await localStack(cluster, more);
  await runPulumi(["up", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, () => undefined);
};

/** `pulumi destroy` of the cluster's stack; the cluster stays. */
export const destroyPlatform = async (cluster: string): Promise<void> => {
  const stack = await localStack(cluster);
  await runPulumi(["destroy", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, () => undefined);
};
