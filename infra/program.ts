import { log, RunError, type Inputs } from "@pulumi/pulumi";
import { choiceOf, parseConfig, partsOf, type StackConfig } from "./config.ts";
import { defaultChoice, type PlatformChoice } from "./model/platform-choice.ts";
import { formatProblem, PlatformError, type Problem } from "./model/problems.ts";
import { targets, type TargetSpec } from "./model/targets.ts";
import { todoPlatform } from "./model/todo.ts";
import type { Platform } from "./model/platform.ts";
import { readConfig } from "./read-config.ts";
import { withholdDebug } from "./withhold-debug.ts";

const notYet = (target: string): Problem => ({
  code: "TP0004",
  severity: "error",
  path: "todo-platform:target",
  value: target,
  message: "is not provisioned by this version",
  remedy: "Use target local or minikube.",
});

/** The target's numbers with what the stack's config says otherwise. */
const targetOf = (config: StackConfig): TargetSpec => {
  const target = { ...targets[config.target], ...partsOf(config) };
  if (!("cpuRequests" in config) || config.cpuRequests === undefined) return target;
  const { app, sidecar } = config.cpuRequests;
  return { ...target, appCpuRequest: app, sidecarCpuRequest: sidecar };
};

const checkModel = (
  target: TargetSpec,
  choice: PlatformChoice,
): { platform: Platform } | { problems: readonly Problem[] } => {
  try {
    return { platform: todoPlatform(target, choice) };
  } catch (failure) {
    if (failure instanceof PlatformError) return { problems: failure.problems };
    throw failure;
  }
};

const refuse = (problems: readonly Problem[]): never => {
  // A RunError is shown without a stack trace: it is the user's to mend, not ours.
  throw new RunError(new PlatformError(problems).message);
};

/**
 * The program: config, then model, then stack. Both are checked before anything is created, and all problems are told
 * at once.
 */
export const program = async (): Promise<Inputs> => {
  withholdDebug();
  const parsed = parseConfig(readConfig());
  const checked =
    "config" in parsed
      ? checkModel(targetOf(parsed.config), choiceOf(parsed.config))
      : checkModel(targets.local, defaultChoice);
  if (!("config" in parsed) || !("platform" in checked))
    return refuse([
      ...("problems" in parsed ? parsed.problems : []),
      ...("problems" in checked ? checked.problems : []),
    ]);
  const { config } = parsed;
  for (const warning of checked.platform.checked.warnings) await log.warn(formatProblem(warning));
  switch (config.target) {
    case "local":
    case "minikube": {
      const { existingClusterStack } = await import("./stacks/existing-cluster.ts");
      return existingClusterStack(config, checked.platform);
    }
    case "aks":
    case "doks":
      return refuse([notYet(config.target)]);
  }
};
