import { error, warning } from "../../checks/error.ts";
import { didYouMean } from "../../names.ts";
import type { Problem } from "../../problems.ts";
import { isPlaceholder, isPlainObject, repetitions, textsAt, valueAt, type PlainObject } from "./plain-value.ts";
import { fieldPath, itemPath, shown } from "./problem-path.ts";

/** Kubernetes' ObjectMeta. Source: k8s.io/apimachinery pkg/apis/meta/v1/types.go. */
const metadataFields = [
  ...["name", "generateName", "namespace", "labels", "annotations", "finalizers", "ownerReferences", "uid"],
  ...["resourceVersion", "generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"],
  ...["managedFields", "selfLink"],
];

/** Kubernetes' DNS-1123 subdomain, which the name of a custom resource must be. */
const objectName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const checkName = (name: unknown, path: string): Problem[] => {
  if (name === undefined || name === null || name === "")
    return [error("TP0604", path, null, "the object has no name", "Add metadata.name: apps address it by this name.")];
  if (typeof name !== "string") return [error("TP0603", path, shown(name), "a name is a string", "Put it in quotes.")];
  if (isPlaceholder(name) || (objectName.test(name) && name.length <= 253)) return [];
  const remedy = "Use lower case letters, digits and -, at most 253, starting and ending with a letter or digit.";
  return [warning("TP0610", path, shown(name), `a cluster refuses the name "${shown(name)}"`, remedy)];
};

const checkStringMap = (value: unknown, path: string): Problem[] => {
  if (value === undefined || value === null) return [];
  if (!isPlainObject(value))
    return [error("TP0603", path, shown(value), "this must be an object of strings", "Write names with values.")];
  return Object.entries(value)
    .filter(([, item]) => typeof item !== "string" && item !== null)
    .map(([key, item]) =>
      error("TP0603", fieldPath(path, key), shown(item), "this must be a string", "Put the value in quotes."),
    );
};

const checkMetadata = (document: PlainObject, path: string): Problem[] => {
  const at = fieldPath(path, "metadata");
  const metadata = valueAt(document, "metadata");
  if (metadata === undefined || metadata === null) return checkName(undefined, fieldPath(at, "name"));
  if (!isPlainObject(metadata))
    return [error("TP0603", at, shown(metadata), "this must be an object", "Write name and namespace below it.")];
  const unknown = Object.keys(metadata).filter((field) => !metadataFields.includes(field));
  return [
    ...(Object.hasOwn(metadata, "generateName") && !Object.hasOwn(metadata, "name")
      ? []
      : checkName(valueAt(metadata, "name"), fieldPath(at, "name"))),
    ...checkStringMap(valueAt(metadata, "labels"), fieldPath(at, "labels")),
    ...checkStringMap(valueAt(metadata, "annotations"), fieldPath(at, "annotations")),
    ...unknown.map((field) => {
      const guess = didYouMean(field, metadataFields);
      const remedy =
        field === "scopes" || field === "spec" || field === "auth"
          ? `Move ${field} to the top level of the document, beside metadata.`
          : guess
            ? `Did you mean "${guess}"?`
            : "Remove it.";
      const value = shown(valueAt(metadata, field));
      return error("TP0602", fieldPath(at, field), value, `metadata has no field "${shown(field)}"`, remedy);
    }),
  ];
};

const checkScopes = (document: PlainObject, path: string): Problem[] => {
  const at = fieldPath(path, "scopes");
  const scopes = valueAt(document, "scopes");
  const remedyForAll = "List the app ids that may use it, or leave scopes out when every app of the namespace may.";
  if (Array.isArray(scopes) && scopes.length === 0)
    return [warning("TP0611", at, "(a list)", "an empty list of scopes means every app", remedyForAll)];
  return repetitions(textsAt(document, "scopes"), (scope) => scope).map(([index, scope]) =>
    warning("TP0612", itemPath(at, index), shown(scope), `"${shown(scope)}" is listed already`, "Remove one of them."),
  );
};

/** Checks what every Dapr object has: its name, its labels and annotations, and its scopes. */
export const checkEnvelope = (document: PlainObject, path: string): Problem[] => [
  ...checkMetadata(document, path),
  ...checkScopes(document, path),
];
