import { spawnSync } from "node:child_process";
import { repositoryRoot } from "../../local/paths.ts";
import type { Command } from "../command.ts";
import { withPolicyPack } from "../policy-pack.ts";
import { localStack } from "../stack.ts";

export const pulumiCommand: Command = {
  usage: "[--cluster NAME] <arguments of pulumi>",
  summary: "Run the pinned pulumi on the embedded cluster's stack.",
  details: "All arguments are handed on; the stack, its config file and, where it judges, the policy pack are added.",
  passThrough: true,
  run: async ({ cluster, args }) => {
    const stack = await localStack(cluster);
    // `pulumi stack` and the like take no --config-file.
    const takesConfig = /^(up|update|preview|refresh|destroy|config|import|watch)$/.test(args[0] ?? "");
    const stackArgs = takesConfig ? stack.args : stack.args.slice(0, 2);
    const { status } = spawnSync("pulumi", [...withPolicyPack(args), ...stackArgs], {
      stdio: "inherit",
      cwd: repositoryRoot,
      env: stack.env,
    });
    return { ok: status === 0, problems: [], exitCode: status ?? 1 };
  },
};
