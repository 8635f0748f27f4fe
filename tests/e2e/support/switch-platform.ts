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

/** Applies the stack of a cluster with another config, as `up` does after it was changed; returns its model. */
export const applyConfig = async (cluster: string, config: Readonly<Record<string, unknown>>): Promise<Platform> => {
  const stack = await localStack(cluster, config);
  const platform = localPlatform(cluster);
  await loadServerImages(cluster, chosenServers(platform), createProgress());
  await runPulumi(["up", "--yes", "--skip-preview"], stack, clusterFiles(cluster).logs, () => undefined);
  return platform;
};

/** The same with other servers. */
export const switchPlatform = (cluster: string, choice: PlatformChoice): Promise<Platform> =>
  applyConfig(cluster, configOf(choice));
