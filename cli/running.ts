import { runningCluster } from "../local/cluster/start-cluster.ts";
import { UserError } from "../local/user-error.ts";
import { requirePlan } from "./stack.ts";

/** Refuses when a cluster does not run. */
export const requireRunning = async (cluster: string): Promise<void> => {
  await requirePlan(cluster);
  if (await runningCluster(cluster)) return;
  throw new UserError([
    {
      code: "cluster-stopped",
      severity: "error",
      path: cluster,
      message: `cluster '${cluster}' does not run`,
      remedy: "start it: npm start",
    },
  ]);
};
