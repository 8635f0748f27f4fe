import { log, RunError, type Inputs } from "@pulumi/pulumi";
import { parseConfig, partsOf, readConfig } from "./config.ts";
import { formatProblem, PlatformError, type Problem } from "./model/problems.ts";
import { targets, type TargetSpec } from "./model/targets.ts";
import { todoPlatform } from "./model/todo.ts";
import type { Platform } from "./model/platform.ts";

const notYet = (target: string): Problem => ({
  code: "TP0004",
  severity: "error",
  path: "todo-platform:target",
  value: target,
  message: "is not provisioned by this version",
  remedy: "Use target local or minikube.",
});

const checkModel = (target: TargetSpec): { platform: Platform } | { problems: readonly Problem[] } => {
  try {
    return { platform: todoPlatform(target) };
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
  const parsed = parseConfig(readConfig());
  const checked = checkModel(
    "config" in parsed ? { ...targets[parsed.config.target], ...partsOf(parsed.config) } : targets.local,
  );
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
