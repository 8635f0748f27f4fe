import { spawnSync } from "node:child_process";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { programPath } from "../../local/toolchain/ensure-tools.ts";
import type { Command } from "../command.ts";
import { requireRunning } from "../running.ts";

export const kubectlCommand: Command = {
  usage: "[--cluster NAME] <arguments of kubectl>",
  summary: "Run the pinned kubectl against the embedded cluster.",
  details: "All arguments are handed on.",
  passThrough: true,
  run: async ({ cluster, args }) => {
    await requireRunning(cluster);
    const { status } = spawnSync(
      programPath("kubernetes", "kubectl"),
      ["--kubeconfig", clusterFiles(cluster).kubeconfig, ...args],
      { stdio: "inherit" },
    );
    return { ok: status === 0, problems: [], exitCode: status ?? 1 };
  },
};
