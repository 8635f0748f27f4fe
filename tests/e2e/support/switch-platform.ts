import { clusterFiles } from "../../../local/cluster/cluster-files.ts";
import { loadServerImages } from "../../../local/images/ensure-images.ts";
import { createProgress } from "../../../local/progress.ts";
import { runPulumi } from "../../../cli/pulumi-up.ts";
import { chosenServers, localPlatform, localStack } from "../../../cli/stack.ts";
import type { PlatformChoice } from "../../../infra/model/platform-choice.ts";
import type { Platform } from "../../../infra/model/platform.ts";

/** A choice as the config of a stack. */
export const configOf = (choice: PlatformChoice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice).flatMap(([key, value]: [string, string | number | undefined]) =>
      value === undefined ? [] : [[`todo-platform:${key}`, String(value)]],
    ),
  );

/** Applies the stack of a cluster with another choice, as `up` does after its config was changed; returns its model. */
export const switchPlatform = async (cluster: string, choice: PlatformChoice): Promise<Platform> => {
  const stack = await localStack(cluster, configOf(choice));
  const platform = localPlatform(cluster);
  await loadServerImages(cluster, chosenServers(platform), createProgress());
  await runPulumi(["up", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, () => undefined);
  return platform;
};
