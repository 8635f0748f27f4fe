import type { Topology } from "@todo-platform/contracts";
import { checkPlatform } from "./checks/check-platform.ts";
import type { PlatformSpec } from "./platform-spec.ts";
import { refuseErrors, type Problem } from "./problems.ts";

/** The mark of a platform that passed every check, with what it was warned of. */
export interface Checked {
  readonly checked: { readonly warnings: readonly Problem[] };
}

/** A platform that passed every check; frozen. */
export type Platform<T extends Topology = Topology> = PlatformSpec<T> & Checked;

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
export const definePlatform = <S extends PlatformSpec>(spec: S): S & Checked => {
  const warnings = checkPlatform(spec);
  refuseErrors(warnings);
  return deepFreeze({ ...structuredClone(spec), checked: { warnings } });
};
