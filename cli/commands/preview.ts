import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { remedyForName } from "../../infra/model/names.ts";
import { repositoryRoot, stateDir } from "../../local/paths.ts";
import { missingCloud } from "../../local/pulumi/environment.ts";
import { prepareStack } from "../../local/pulumi/prepare-stack.ts";
import type { RecordedProvider } from "../../local/pulumi/recorder/declarations.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { withPolicyPack } from "../policy-pack.ts";

const providers: Readonly<Record<string, RecordedProvider>> = { aks: "azure-native", doks: "digitalocean" };

const stacks = (): string[] =>
  readdirSync(repositoryRoot).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);

const configOf = (stack: string): Record<string, unknown> => {
  const file = join(repositoryRoot, `Pulumi.${stack}.yaml`);
  if (existsSync(file)) return (parse(readFileSync(file, "utf8")) as { config: Record<string, unknown> }).config;
  const problem = { code: "usage", severity: "error", path: "STACK", value: stack } as const;
  throw new UserError([
    { ...problem, message: "is no stack of this repository", remedy: remedyForName(stack, stacks(), "stacks") },
  ]);
};

const run = async ({ args: [stack = "", ...more] }: CommandContext): Promise<CommandResult> => {
  const config = configOf(stack);
  const provider = providers[String(config["todo-platform:target"])];
  const missing = provider === undefined ? undefined : missingCloud(provider);
  if (missing !== undefined) throw new UserError([missing]);
  // A state of its own: what is there is what nobody has made yet.
  const prepared = await prepareStack({
    stateDir: stateDir(`preview-${stack}`),
    program: repositoryRoot,
    stack,
    config,
  });
  const args = withPolicyPack(["preview", "--non-interactive", ...more]);
  const { status } = spawnSync("pulumi", [...args, ...prepared.args], {
    stdio: "inherit",
    cwd: repositoryRoot,
    env: prepared.env,
  });
  return { ok: status === 0, problems: [], exitCode: status ?? 1 };
};

export const previewCommand: Command = {
  usage: "STACK [arguments of pulumi preview]",
  summary: "Show what a first pulumi up of a stack would make.",
  details: `STACK is that of a Pulumi.STACK.yaml of this repository. It is previewed from nothing, with the pinned pulumi and a state
of its own, and held against the policy pack; no cluster is needed. A cloud's stack needs its plugin and a login, or
TODO_PLATFORM_CLOUDS=recorded: then nothing is asked of the cloud, and a wrong property is refused by what the plugin's
SDK declares.`,
  passThrough: true,
  run,
};
