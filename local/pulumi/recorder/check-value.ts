import type { Declarations, PropertyDeclarations, ValueType } from "./declarations.ts";
import { isObject, textOf, unknown } from "../rpc/property-values.ts";

/** One thing that a cloud would refuse, at its path. */
export interface Refusal {
  readonly path: string;
  readonly reason: string;
}

type Types = Declarations["types"];

const isA = (value: unknown, type: ValueType): boolean => {
  if (type === "any") return true;
  if (typeof type === "string") return typeof value === type;
  if ("list" in type) return Array.isArray(value);
  if ("enum" in type) return typeof value === "string" || typeof value === "number";
  return isObject(value);
};

const nameOf = (type: ValueType): string => {
  if (typeof type === "string") return type;
  if ("list" in type) return "a list";
  if ("enum" in type) return "one of the values";
  return "an object";
};

/** Properties that are not declared, that are missing, or whose values are not allowed. */
export const checkProperties = (
  values: Readonly<Record<string, unknown>>,
  declared: PropertyDeclarations,
  types: Types,
  path = "",
): Refusal[] => {
  const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  const missing = Object.entries(declared)
    .filter(([key, { required }]) => required && !given.some(([name]) => name === key))
    .map(([key]) => ({ path: at(key), reason: "is required" }));
  return [
    ...missing,
    ...given.flatMap(([key, value]) => {
      const property = declared[key];
      if (property !== undefined) return checkValue(value, property.type, types, at(key));
      return [{ path: at(key), reason: `is not known; known are ${Object.keys(declared).sort().join(", ")}` }];
    }),
  ];
};

const checkValue = (value: unknown, type: ValueType, types: Types, path: string): Refusal[] => {
  if (value === unknown || type === "any") return [];
  if (!isA(value, type) && !(typeof type === "object" && "anyOf" in type))
    return [{ path, reason: `is ${textOf(value).slice(0, 60)}, not ${nameOf(type)}` }];
  if (typeof type === "string") return [];
  if ("enum" in type)
    return type.enum.includes(value as string | number)
      ? []
      : [{ path, reason: `is ${textOf(value)}, which is none of ${type.enum.join(", ")}` }];
  if ("list" in type)
    return (value as unknown[]).flatMap((item, index) => checkValue(item, type.list, types, `${path}[${index}]`));
  if ("map" in type)
    return Object.entries(value as object).flatMap(([key, item]) =>
      checkValue(item, type.map, types, `${path}["${key}"]`),
    );
  if ("ref" in type)
    return checkProperties(value as Readonly<Record<string, unknown>>, types[type.ref] ?? {}, types, path);
  const tried = type.anyOf
    .filter((option) => isA(value, option))
    .map((option) => checkValue(value, option, types, path));
  if (tried.some((refusals) => refusals.length === 0)) return [];
  return tried[0] ?? [{ path, reason: "is of no allowed type" }];
};
