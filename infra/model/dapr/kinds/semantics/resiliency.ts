import type { SemanticCheck } from "./semantic-check.ts";
import { checkPolicies } from "./resiliency-policies.ts";
import { checkTargets } from "./resiliency-targets.ts";

/** A Resiliency. Source: dapr pkg/resiliency/resiliency.go. */
export const checkResiliency: SemanticCheck = (document, path) => [
  ...checkPolicies(document, path),
  ...checkTargets(document, path),
];
