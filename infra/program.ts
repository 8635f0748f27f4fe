import { log, RunError, type Inputs } from "@pulumi/pulumi";
import { checkCloud } from "./cloud-config.ts";
import { choiceOf, parseConfig } from "./config.ts";
import { defaultChoice, type PlatformChoice } from "./model/platform-choice.ts";
import { formatProblem, PlatformError, type Problem } from "./model/problems.ts";
import { targets, type TargetSpec } from "./model/targets.ts";
import { todoPlatform } from "./model/todo.ts";
import type { Platform } from "./model/platform.ts";
import { readConfig } from "./read-config.ts";
import { targetOf } from "./target-of.ts";
import { withholdDebug } from "./withhold-debug.ts";

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
  const cloudProblems = checkCloud(config, checked.platform);
  if (cloudProblems.length > 0) return refuse(cloudProblems);
  for (const warning of checked.platform.checked.warnings) await log.warn(formatProblem(warning));
  switch (config.target) {
    case "local":
    case "minikube": {
      const { existingClusterStack } = await import("./stacks/existing-cluster.ts");
      return existingClusterStack(config, checked.platform);
    }
    case "aks": {
      const { aksStack } = await import("./stacks/aks.ts");
      return aksStack(config, checked.platform);
    }
    case "doks": {
      const { doksStack } = await import("./stacks/doks.ts");
      return doksStack(config, checked.platform);
    }
  }
};
