import { targets } from "../../infra/model/targets.ts";
import { todoPlatform } from "../../infra/model/todo.ts";
import type { PlatformSpec } from "../../infra/model/platform-spec.ts";

/** The platform of target `local`, as the stacks get it. */
export const localPlatform = todoPlatform(targets.local);

/** A copy that a test may break in one place; typed loosely, since broken input is not what the types allow. */
export const brokenPlatform = (change: (platform: any) => void): PlatformSpec => {
  // Through JSON: a structured clone would keep the services' shared parts shared.
  const copy = JSON.parse(JSON.stringify(localPlatform)) as PlatformSpec;
  change(copy);
  return copy;
};
