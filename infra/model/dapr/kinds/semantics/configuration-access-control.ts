import { error, warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { isPlainObject, itemsAt, repetitions, textAt, textsAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const requiredOfPolicy = {
  trustDomain: "the trust domain of the caller, such as cluster.local",
  namespace: "the namespace of the caller",
} as const;

const checkPolicy = (policy: PlainObject, path: string): Problem[] => {
  const operations = itemsAt(policy, "operations");
  const key = (operation: PlainObject): string => {
    const name = textAt(operation, "name") ?? "";
    return name.startsWith("/") ? name : `/${name}`;
  };
  return [
    ...Object.entries(requiredOfPolicy)
      .filter(([field]) => (valueAt(policy, field) ?? "") === "")
      .map(([field, meaning]) =>
        error(
          "TP0623",
          fieldPath(path, field),
          null,
          `a policy without ${field} stops daprd`,
          `Add ${field}: ${meaning}.`,
        ),
      ),
    ...repetitions(operations, key).map(([index, operation]) =>
      error(
        "TP0625",
        itemPath(`${path}.operations`, index),
        shown(textAt(operation, "name")),
        "the operation has a rule already, and the first one wins",
        "Put its verbs into one rule.",
      ),
    ),
    ...operations.flatMap(([index, operation]) =>
      repetitions(textsAt(operation, "httpVerb"), (verb) => verb).map(([position, verb]) =>
        warning(
          "TP0612",
          itemPath(`${itemPath(`${path}.operations`, index)}.httpVerb`, position),
          verb,
          "the verb is listed already",
          "Remove one of them.",
        ),
      ),
    ),
  ];
};

/** Who may call the apps under the Configuration. Source: dapr pkg/acl/acl.go, ParseAccessControlSpec. */
export const checkAccessControl: SemanticCheck = (document, path) => {
  const control = valueAt(document, "spec", "accessControl");
  if (!isPlainObject(control)) return [];
  const at = `${fieldPath(path, "spec")}.accessControl`;
  const policies = itemsAt(control, "policies");
  const unstated = (valueAt(control, "defaultAction") ?? "") === "";
  const key = (policy: PlainObject): string => `${textAt(policy, "appId")}||${textAt(policy, "namespace")}`;
  return [
    ...(unstated
      ? [
          warning(
            "TP0624",
            `${at}.defaultAction`,
            null,
            policies.length > 0 ? "callers without a policy are refused" : "without policies everybody may call",
            "State defaultAction: deny, and list who may call.",
          ),
        ]
      : []),
    ...policies.flatMap(([index, policy]) => checkPolicy(policy, itemPath(`${at}.policies`, index))),
    ...repetitions(policies, key).map(([index, policy]) =>
      error(
        "TP0625",
        itemPath(`${at}.policies`, index),
        shown(textAt(policy, "appId")),
        "the caller has a policy already, and only the last one holds",
        "Put its operations into one policy.",
      ),
    ),
  ];
};
