import { clusterFiles, readPlan } from "../../local/cluster/cluster-files.ts";
import { startCluster } from "../../local/cluster/start-cluster.ts";
import { destroyCluster } from "../../local/cluster/stop-cluster.ts";
import type { Command, CommandContext } from "../command.ts";
import { learnKubeconfig } from "../applied-kubeconfig.ts";
import { runPulumi } from "../pulumi-up.ts";
import { localStack } from "../stack.ts";

const destroyStack = async ({ cluster, progress }: CommandContext): Promise<void> => {
  await startCluster(cluster, progress);
  const stack = await localStack(cluster);
  await progress.step("pulumi destroy", async (note) => {
    await learnKubeconfig(cluster, stack, note);
    await runPulumi(["destroy", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, note);
  });
};

export const destroyCommand: Command = {
  usage: "[--cluster NAME] [--force] [--json]",
  summary: "Run `pulumi destroy`, then remove the embedded cluster with all its data.",
  details: "With --force the cluster is removed without `pulumi destroy`: for one that does not start any more.",
  options: { force: { type: "boolean", default: false } },
  run: async (context) => {
    const { cluster, progress, options } = context;
    if (!(await readPlan(cluster))) return { ok: true, problems: [], text: `There is no cluster ${cluster}.` };
    if (options["force"] !== true) await destroyStack(context);
    await progress.step(`remove cluster ${cluster}`, () => destroyCluster(cluster));
    return { ok: true, problems: [], text: `Cluster ${cluster} is gone; the built tools stay in the cache.` };
  },
};
