import { error } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { fixedBackoff } from "../known-mistakes.ts";
import { isPlainObject, objectAt } from "../plain-value.ts";
import { fieldPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** Fields that people write into a Configuration and mean a Resiliency by. */
const misplaced = ["serviceInvocation", "retryPolicy", "retries", "resiliency"];
const backoff = ["initialInterval", "multiplier", "randomizationFactor", "maxElapsedTime"];
const deepest = 5;

const findBackoff = (value: unknown, path: string, depth: number): Problem[] => {
  if (!isPlainObject(value) || depth > deepest) return [];
  return Object.entries(value).flatMap(([field, child]) => {
    const at = fieldPath(path, field);
    if (!backoff.includes(field)) return findBackoff(child, at, depth + 1);
    return [error("TP0602", at, shown(child), `no policy of Dapr has a field "${field}"`, fixedBackoff.remedy)];
  });
};

/**
 * What a retry policy in the wrong kind asks for and cannot get in the right one either.
 * Source: dapr kit retry/retry.go, which the CRD of Resiliency opens three fields of.
 */
export const checkMisplacedResilience: SemanticCheck = (document, path) => {
  const spec = objectAt(document, "spec");
  const at = fieldPath(path, "spec");
  return misplaced
    .filter((field) => Object.hasOwn(spec, field))
    .flatMap((field) => findBackoff(spec[field], fieldPath(at, field), 0));
};
