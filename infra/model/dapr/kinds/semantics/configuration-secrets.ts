import { error, warning } from "../../../checks/error.ts";
import type { Problem } from "../../../problems.ts";
import { itemsAt, repetitions, textAt, textsAt, type PlainObject } from "../plain-value.ts";
import { fieldPath, itemPath, shown } from "../problem-path.ts";
import type { SemanticCheck } from "./semantic-check.ts";

const checkScope = (scope: PlainObject, path: string): Problem[] => {
  const allowed = textsAt(scope, "allowedSecrets").map(([, name]) => name);
  const denied = textsAt(scope, "deniedSecrets").map(([, name]) => name);
  const denies = textAt(scope, "defaultAccess")?.toLowerCase() === "deny";
  if (allowed.length > 0 && denied.length > 0)
    return [
      warning(
        "TP0632",
        fieldPath(path, "deniedSecrets"),
        shown(denied.join(", ")),
        "with allowedSecrets only those may be read; deniedSecrets is not looked at",
        "Remove deniedSecrets.",
      ),
    ];
  if (denies && allowed.length === 0 && denied.length > 0)
    return [
      warning(
        "TP0632",
        fieldPath(path, "deniedSecrets"),
        shown(denied.join(", ")),
        "every secret is denied already",
        "Remove deniedSecrets, or list what may be read under allowedSecrets.",
      ),
    ];
  return [];
};

/** Which secrets may be read. Source: dapr pkg/config/configuration.go, IsSecretAllowed and its validation. */
export const checkSecretScopes: SemanticCheck = (document, path) => {
  const at = `${fieldPath(path, "spec")}.secrets.scopes`;
  const scopes = itemsAt(document, "spec", "secrets", "scopes");
  return [
    ...scopes.flatMap(([index, scope]) => checkScope(scope, itemPath(at, index))),
    ...repetitions(scopes, (scope) => textAt(scope, "storeName") ?? "").map(([index, scope]) =>
      error(
        "TP0625",
        `${itemPath(at, index)}.storeName`,
        shown(textAt(scope, "storeName")),
        "the store has a scope already; daprd does not start with two",
        "Put both into one scope.",
      ),
    ),
  ];
};
