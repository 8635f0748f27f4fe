import { labelOf, toKubeObject } from "./objects/kube-object.ts";
import { isSame, valueAt } from "./objects/read.ts";
import type { PreviewStep } from "./preview/preview.ts";

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? urn;

/** `Kind namespace/name` of an object of Kubernetes; type and name of every other resource. */
export const resourceLabel = ({ urn, type, before, after }: PreviewStep): string => {
  const inputs = after ?? before;
  return type.startsWith("kubernetes:") && valueAt(inputs, "kind") !== undefined
    ? labelOf(toKubeObject(type, inputs ?? {}))
    : `${type} ${nameOf(urn)}`;
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const below = (path: string, key: string): string => {
  if (/^[A-Za-z_$][\w$-]*$/.test(key)) return path === "" ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
};

const differing = (before: unknown, after: unknown, path: string): string[] => {
  if (isSame(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((member, index) => differing(member, after[index], `${path}[${index}]`));
  if (!isFields(before) || !isFields(after)) return [path];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differing(before[key], after[key], below(path, key)),
  );
};

/** Paths of the fields that differ, as the engine writes paths; where it hides values, those that it names itself. */
export const differingPaths = ({ before, after, paths }: PreviewStep): string[] => {
  const found = before === undefined || after === undefined ? [] : differing(before, after, "");
  return (found.length > 0 ? found : [...paths]).sort();
};
