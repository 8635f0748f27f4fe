import { warning } from "../../../checks/error.ts";
import { objectAt, valueAt } from "../plain-value.ts";
import { fieldPath } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** Logs of API calls. Source: dapr pkg/config/configuration.go, APILoggingSpec. */
export const checkLogging: SemanticCheck = (document, path) => {
  const logging = objectAt(document, "spec", "logging", "apiLogging");
  if (valueAt(logging, "enabled") !== false) return [];
  return ["obfuscateURLs", "omitHealthChecks"]
    .filter((option) => valueAt(logging, option) === true)
    .map((option) =>
      warning(
        "TP0635",
        `${fieldPath(path, "spec")}.logging.apiLogging.${option}`,
        true,
        "calls are not logged, unless a pod switches it on",
        "Write enabled: true, or remove it.",
      ),
    );
};
