import type { Topology } from "@todo-platform/contracts";
import { checkPlatform } from "./checks/check-platform.ts";
import type { PlatformSpec } from "./platform-spec.ts";
import { refuseErrors } from "./problems.ts";

/** A platform that passed every check; frozen. */
export type Platform<T extends Topology = Topology> = PlatformSpec<T> & { readonly checked: true };

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
};

/**
 * Checks a platform and freezes it. Nothing is applied from a platform that did not pass here.
 *
 * @throws {PlatformError} with all problems at once.
 */
export const definePlatform = <S extends PlatformSpec>(spec: S): S & { readonly checked: true } => {
  refuseErrors(checkPlatform(spec));
  return deepFreeze({ ...structuredClone(spec), checked: true });
};
