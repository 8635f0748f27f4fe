import { warning } from "../../../checks/error.ts";
import { itemsAt, repetitions, textAt, textsAt, valueAt } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

/** A WorkflowAccessPolicy. Source: dapr pkg/acl/workflow, pkg/runtime/workflowaccesspolicy.go. */
export const checkWorkflowAccessPolicy: SemanticCheck = (document, path) => {
  const at = `${fieldPath(path, "spec")}.rules`;
  const rules = itemsAt(document, "spec", "rules");
  const none = valueAt(document, "spec", "rules");
  if (none === undefined || none === null || (Array.isArray(none) && none.length === 0)) {
    const message = "a policy without rules lets nobody call a workflow of the apps in its scopes";
    return [warning("TP0670", at, null, message, "Add a rule with callers and workflows, or remove the policy.")];
  }
  return rules.flatMap(([index, rule]) => {
    const place = itemPath(at, index);
    const twice = (items: readonly [number, string][], list: string) =>
      repetitions(items, (item) => item).map(([position, item]) =>
        warning("TP0612", itemPath(`${place}.${list}`, position), shown(item), "this is listed already", "Remove it."),
      );
    const names = (list: string, field: string): [number, string][] =>
      itemsAt(rule, list).map(([position, item]) => [position, textAt(item, field) ?? `#${position}`]);
    return [
      ...twice(names("callers", "appID"), "callers"),
      ...twice(names("workflows", "name"), "workflows"),
      ...twice(names("activities", "name"), "activities"),
      ...itemsAt(rule, "workflows").flatMap(([position, workflow]) =>
        twice(textsAt(workflow, "operations"), `workflows[${position}].operations`),
      ),
    ];
  });
};
