import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { checkCapacity } from "./check-capacity.ts";
import { checkComponents } from "./check-components.ts";
import { checkNames } from "./check-names.ts";
import { checkServices } from "./check-services.ts";
import { checkTopology } from "./check-topology.ts";
import { withoutSuppressed } from "./suppression.ts";

/** Every check of the model; collects all problems and never throws. */
export const checkPlatform = (platform: PlatformSpec): Problem[] =>
  withoutSuppressed(
    [
      ...checkNames(platform),
      ...checkTopology(platform.topology),
      ...checkServices(platform),
      ...checkComponents(platform),
      ...checkCapacity(platform),
    ],
    platform.suppressions ?? [],
  );
