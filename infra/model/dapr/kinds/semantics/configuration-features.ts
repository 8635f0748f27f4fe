import { error, warning } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import { featureFacts } from "../generated/features.ts";
import { isPlaceholder, itemsAt, repetitions, textAt } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** Features that may be switched; any other name does nothing. Source: dapr pkg/config/configuration.go. */
export const checkFeatures: SemanticCheck = (document, path, dapr) => {
  const at = `${fieldPath(path, "spec")}.features`;
  const features = itemsAt(document, "spec", "features");
  const current = featureFacts.filter((fact) => fact.versions.includes(dapr)).map((fact) => fact.name);
  return [
    ...features.flatMap(([index, feature]) => {
      const name = textAt(feature, "name");
      if (name === undefined || isPlaceholder(name) || current.includes(name)) return [];
      const place = `${itemPath(at, index)}.name`;
      const versions = featureFacts.find((fact) => fact.name === name)?.versions;
      const since = versions?.find((version) => version > dapr);
      if (since !== undefined) {
        const message = `${name} needs Dapr ${since}; the platform runs ${dapr}`;
        return [error("TP0608", place, name, message, `Remove it, or run Dapr ${since}.`)];
      }
      const guess = didYouMean(name, current);
      const remedy = guess === undefined ? `Dapr ${dapr} has ${current.join(", ")}.` : `Did you mean "${guess}"?`;
      const gone = versions?.at(-1);
      const message =
        gone === undefined
          ? `Dapr ${dapr} has no feature "${shown(name)}", so this does nothing`
          : `${name} ended with Dapr ${gone}: what it switched is always on, or gone`;
      return [warning("TP0629", place, shown(name), message, remedy)];
    }),
    ...repetitions(features, (feature) => textAt(feature, "name") ?? "").map(([index, feature]) =>
      warning(
        "TP0612",
        itemPath(at, index),
        shown(textAt(feature, "name")),
        "the feature is listed already",
        "Remove it.",
      ),
    ),
  ];
};
