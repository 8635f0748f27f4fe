import { spawnSync } from "node:child_process";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { programPath } from "../../local/toolchain/ensure-tools.ts";
import { remedyForName } from "../../infra/model/names.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command } from "../command.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";

export const logsCommand: Command = {
  usage: "<app> [--sidecar] [--follow] [--cluster NAME]",
  summary: "Show the logs of an app, or of its sidecars.",
  details: "Of all replicas, the last 200 lines each; --sidecar shows daprd's, --follow goes on until Ctrl-C.",
  options: { sidecar: { type: "boolean", default: false }, follow: { type: "boolean", short: "f", default: false } },
  run: async ({ cluster, args, options }) => {
    const platform = localPlatform(cluster);
    const apps = Object.keys(platform.topology.apps);
    const app = args[0] ?? "";
    if (!apps.includes(app))
      throw new UserError([
        {
          code: "unknown-app",
          severity: "error",
          value: app,
          message: `there is no app '${app}'`,
          remedy: remedyForName(app, apps, "apps"),
        },
      ]);
    await requireRunning(cluster);
    const kubectl = [
      `--kubeconfig=${clusterFiles(cluster).kubeconfig}`,
      "logs",
      `--namespace=${platform.namespace}`,
      `--selector=app.kubernetes.io/name=${app}`,
      `--container=${options["sidecar"] === true ? "daprd" : app}`,
      "--tail=200",
      "--prefix",
      ...(options["follow"] === true ? ["--follow"] : []),
    ];
    const { status } = spawnSync(programPath("kubernetes", "kubectl"), kubectl, { stdio: "inherit" });
    return { ok: status === 0, problems: [] };
  },
};
