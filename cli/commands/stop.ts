import { stopCluster } from "../../local/cluster/stop-cluster.ts";
import type { Command } from "../command.ts";

export const stopCommand: Command = {
  usage: "[--cluster NAME] [--json]",
  summary: "Stop the embedded cluster and keep its data.",
  details: "The next `npm start` brings it back with everything in it.",
  run: async ({ cluster, progress }) => {
    const stopped = await progress.step(`stop cluster ${cluster}`, () => stopCluster(cluster));
    return {
      ok: true,
      problems: [],
      data: { stopped },
      text: stopped ? `Cluster ${cluster} is stopped; its data is kept.` : `Cluster ${cluster} did not run.`,
    };
  },
};
