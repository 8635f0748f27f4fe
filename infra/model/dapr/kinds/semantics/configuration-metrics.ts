import { warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { isPlainObject, itemsAt, membersAt, objectAt, textAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const checkRules = (metrics: PlainObject, path: string): Problem[] =>
  itemsAt(metrics, "rules")
    .filter(([, rule]) => Array.isArray(valueAt(rule, "labels")) && itemsAt(rule, "labels").length === 0)
    .map(([index, rule]) =>
      warning(
        "TP0631",
        fieldPath(itemPath(`${path}.rules`, index), "labels"),
        shown(textAt(rule, "name")),
        "a rule without labels changes nothing",
        "Add a label with name and regex, or remove the rule.",
      ),
    );

/** Metrics. Source: dapr pkg/config/configuration.go, sortMetricsSpec: `metrics` wins over `metric`, field by field. */
export const checkMetrics: SemanticCheck = (document, path) => {
  const spec = objectAt(document, "spec");
  const at = fieldPath(path, "spec");
  const both = ["metric", "metrics"].every((name) => isPlainObject(valueAt(spec, name)));
  return [
    ...(both
      ? [
          warning(
            "TP0630",
            fieldPath(at, "metric"),
            "(an object)",
            "metrics stands there as well, and wins field by field",
            "Put everything into metrics.",
          ),
        ]
      : []),
    ...membersAt(spec)
      .filter(([name]) => name === "metric" || name === "metrics")
      .flatMap(([name, metrics]) => checkRules(metrics, fieldPath(at, name))),
  ];
};
