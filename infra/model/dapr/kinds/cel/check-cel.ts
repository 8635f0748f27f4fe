import { error } from "../../../checks/error.ts";
import { didYouMean } from "../../../names.ts";
import type { Problem } from "../../../problems.ts";
import { isPlaceholder } from "../plain-value.ts";
import { shown } from "../problem-path.ts";
import { parseCel, type CelReferences } from "./cel-expression.ts";
import { CelError } from "./cel-tokens.ts";

/** The names of types, which are values as well. */
const typeNames = [
  ...["bool", "bytes", "double", "dyn", "google", "int", "list", "map", "null_type", "string", "timestamp"],
  ...["duration", "type", "uint"],
];

/** Functions and macros of cel-go's standard library, which Dapr adds nothing to. Source: dapr pkg/expr/expr.go. */
const functions = [
  ...["all", "bool", "bytes", "contains", "double", "duration", "dyn", "endsWith", "exists", "exists_one", "filter"],
  ...["getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours"],
  ...["getMilliseconds", "getMinutes", "getMonth", "getSeconds", "has", "int", "map", "matches", "size"],
  ...["startsWith", "string", "timestamp", "type", "uint"],
];

const remedyFor = (name: string, known: readonly string[]): string => {
  const guess = didYouMean(name, known);
  return guess === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${guess}"?`;
};

const checkReferences = (references: CelReferences, variables: readonly string[], path: string, text: string) => [
  ...[...references.variables]
    .filter((name) => !variables.includes(name) && !typeNames.includes(name))
    .map((name) => {
      const message = `the expression knows no "${shown(name)}", so it fails whenever it is used`;
      return error("TP0642", path, shown(text), message, remedyFor(name, variables));
    }),
  ...[...references.functions]
    .filter((name) => !functions.includes(name))
    .map((name) => {
      const message = `CEL has no function "${shown(name)}"; daprd does not get over it when it starts`;
      return error("TP0642", path, shown(text), message, remedyFor(name, functions));
    }),
];

/** Checks an expression: that it is CEL, and refers only to these variables and to functions that exist. */
export const checkCel = (text: string, variables: readonly string[], path: string): Problem[] => {
  if (isPlaceholder(text)) return [];
  try {
    return checkReferences(parseCel(text), variables, path, text);
  } catch (failure) {
    if (!(failure instanceof CelError)) throw failure;
    const message = `this is no CEL expression: ${failure.message} (character ${failure.at + 1})`;
    return [error("TP0641", path, shown(text), message, 'Compare and join: event.type == "a" && event.data.n > 1.')];
  }
};
