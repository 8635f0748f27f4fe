import { error, warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { isPlainObject, itemsAt, repetitions, textAt, textsAt, valueAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const requiredOfPolicy = {
  trustDomain: "the trust domain of the caller, such as cluster.local",
  namespace: "the namespace of the caller",
} as const;

const nameOf = (operation: PlainObject): string => {
  const name = textAt(operation, "name") ?? "";
  return name.startsWith("/") ? name : `/${name}`;
};

/**
 * On its way down a path daprd stops at the first segment that has a rule.
 * Source: dapr pkg/config/acl_trie.go, Search.
 */
const hiddenOperations = (operations: readonly (readonly [number, PlainObject])[], path: string): Problem[] =>
  operations.flatMap(([index, operation]) => {
    const name = nameOf(operation);
    const above = operations.map(([, other]) => nameOf(other)).find((other) => name.startsWith(`${other}/`));
    if (above === undefined || above === "/") return [];
    return [
      error(
        "TP0637",
        `${itemPath(path, index)}.name`,
        shown(textAt(operation, "name")),
        `the rule is never looked at: the one for ${above} decides for everything below it`,
        `Write one rule for ${above}/** with the verbs of both; it covers ${above}, too.`,
      ),
    ];
  });

const checkPolicy = (policy: PlainObject, path: string): Problem[] => {
  const operations = itemsAt(policy, "operations");
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
    ...repetitions(operations, nameOf).map(([index, operation]) =>
      error(
        "TP0625",
        itemPath(`${path}.operations`, index),
        shown(textAt(operation, "name")),
        "the operation has a rule already, and the first one wins",
        "Put its verbs into one rule.",
      ),
    ),
    ...hiddenOperations(operations, `${path}.operations`),
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
