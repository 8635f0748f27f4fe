import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { repositoryRoot } from "../../local/paths.ts";
import { loadServerImages } from "../../local/images/ensure-images.ts";
import type { PreparedStack } from "../../local/pulumi/prepare-stack.ts";
import { provisionCluster } from "../../local/provision-cluster.ts";
import { verifySettled } from "../../infra/verify/verify-settled.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { learnKubeconfig, rememberKubeconfig } from "../applied-kubeconfig.ts";
import { applyingFirst, removeUnfinishedCluster } from "../first-up.ts";
import { refuseUnfit } from "../machine.ts";
import { runPulumi } from "../pulumi-up.ts";
import { chosenServers, localPlatform, localStack, requirePlan } from "../stack.ts";
import { verifyText } from "./verify.ts";

const execute = promisify(execFile);

interface DemoUser {
  readonly username: string;
  readonly password: string;
}

const welcome = (ports: { ui: number; traces: number; apiserver: number }, demo: DemoUser, cluster: string): string => {
  const option = cluster === "local" ? "" : ` --cluster ${cluster}`;
  return `
  Web UI      http://127.0.0.1:${ports.ui}
  API         http://127.0.0.1:${ports.ui}/api
  Traces      http://127.0.0.1:${ports.traces}/zipkin
  apiserver   https://127.0.0.1:${ports.apiserver}

  Sign in as  ${demo.username}
  Password    ${demo.password}

  Try next    add a task in the web UI and watch the notification come in,
              npx todo-platform kubectl${option} get pods -A
              npx todo-platform logs todo-backend${option}
              npx todo-platform verify${option}
              npx todo-platform pulumi${option} stack
              npm stop (keeps the data), npm run destroy (removes everything)`;
};

const apply = async ({ cluster, progress }: CommandContext, stack: PreparedStack): Promise<DemoUser> =>
  progress.step("pulumi up", async (note) => {
    await learnKubeconfig(cluster, stack, note);
    // Most of what it does is waiting for pods, so the engine's own limit of four for each core would only add to it.
    const args = ["up", "--yes", "--skip-preview", "--refresh", "--parallel", "32"];
    await applyingFirst(cluster, stack, (prepared) => runPulumi(args, prepared, clusterFiles(cluster).logs, note));
    await rememberKubeconfig(cluster);
    const { stdout } = await execute(
      "pulumi",
      ["stack", "output", "demoUser", "--json", "--show-secrets", ...stack.args.slice(0, 2)],
      {
        env: stack.env,
        cwd: repositoryRoot,
      },
    );
    return JSON.parse(stdout) as DemoUser;
  });

const run = async (context: CommandContext): Promise<CommandResult> => {
  const { cluster, progress } = context;
  await refuseUnfit(cluster);
  progress.plan("bundle the apps", "pulumi up", "verify");
  // Needs nothing of the cluster, and is done by the time that it runs.
  const bundled = execute(process.execPath, [join(repositoryRoot, "apps/build.mjs")]);
  bundled.catch(() => undefined);
  await removeUnfinishedCluster(cluster, progress);
  await provisionCluster(cluster, progress);
  await progress.step("bundle the apps", () => bundled);
  const stack = await localStack(cluster);
  await loadServerImages(cluster, chosenServers(localPlatform(cluster)), progress);
  const demo = await apply(context, stack);
  const report = await progress.step("verify", (note) =>
    verifySettled(localPlatform(cluster), clusterFiles(cluster).kubeconfig, note),
  );
  const { ports } = await requirePlan(cluster);
  return {
    ok: report.ok,
    problems: report.problems,
    data: { ports, kubeconfig: clusterFiles(cluster).kubeconfig, demoUser: demo.username, apps: report.apps },
    text: `${verifyText(report)}\n${welcome(ports, demo, cluster)}`,
  };
};

export const upCommand: Command = {
  usage: "[--cluster NAME] [--json]",
  summary: "Start the embedded cluster, run `pulumi up` of its stack, and prove the result.",
  details: `Builds what is missing (tools, images, app bundles), starts the cluster unless it runs, applies the stack and runs
verify. Running it again changes nothing that is as it should be, and mends what is not.`,
  run,
};
