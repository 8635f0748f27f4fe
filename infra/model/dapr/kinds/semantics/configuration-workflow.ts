import { warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { itemsAt, objectAt, repetitions, textAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const limits = [
  ...["maxConcurrentWorkflowInvocations", "maxConcurrentActivityInvocations"],
  ...["globalMaxConcurrentWorkflowInvocations", "globalMaxConcurrentActivityInvocations"],
];

const noLimit = (value: unknown): boolean => typeof value === "number" && value <= 0;

const checkNamed = (workflow: PlainObject, list: string, path: string): Problem[] => {
  const at = fieldPath(path, list);
  const items = itemsAt(workflow, list);
  return [
    ...items.flatMap(([index, item]) =>
      ["name", "maxConcurrent"]
        .filter((field) => (valueAt(item, field) ?? "") === "" || noLimit(valueAt(item, field)))
        .map((field) =>
          warning(
            "TP0636",
            fieldPath(itemPath(at, index), field),
            shown(valueAt(item, field)),
            "a limit takes a name and a positive number; without both it limits nothing",
            `Set ${field}.`,
          ),
        ),
    ),
    ...repetitions(items, (item) => textAt(item, "name") ?? "").map(([index, item]) =>
      warning(
        "TP0612",
        itemPath(at, index),
        shown(textAt(item, "name")),
        "the name has a limit already",
        "Remove one.",
      ),
    ),
  ];
};

/** Limits of workflows; zero and less mean none. Source: dapr pkg/config/configuration.go, WorkflowSpec. */
export const checkWorkflow: SemanticCheck = (document, path) => {
  const workflow = objectAt(document, "spec", "workflow");
  const at = `${fieldPath(path, "spec")}.workflow`;
  return [
    ...limits
      .filter((limit) => noLimit(valueAt(workflow, limit)))
      .map((limit) =>
        warning(
          "TP0636",
          fieldPath(at, limit),
          shown(valueAt(workflow, limit)),
          "zero and less mean no limit",
          "Write a positive number, or leave it out.",
        ),
      ),
    ...["workflowConcurrencyLimits", "activityConcurrencyLimits"].flatMap((list) => checkNamed(workflow, list, at)),
  ];
};
