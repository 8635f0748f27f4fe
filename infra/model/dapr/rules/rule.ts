import type { CatalogueEntry } from "../catalogue/entry.ts";
import { isGiven, textOf, type MetadataItem } from "../catalogue/metadata-values.ts";
import type { Problem } from "../../problems.ts";

/** What a rule may know beside the component itself. */
export interface RuleContext {
  /** Apps that load the component; undefined or empty when every app of the namespace does. */
  readonly scopes?: readonly string[];
  /** How many copies of an app run; undefined when it is not known. */
  readonly replicas?: (app: string) => number | undefined;
}

/** A component, prepared for rules. */
export interface RuleInput {
  readonly entry: CatalogueEntry;
  /** By the lower-case name of the field. */
  readonly items: ReadonlyMap<string, MetadataItem>;
  /** Of the component's spec. */
  readonly path: string;
  readonly context: RuleContext;
}

/** A rule across fields: every problem that it finds, none when it does not apply. */
export type Rule = (input: RuleInput) => Problem[];

const itemOf = (input: RuleInput, name: string): MetadataItem | undefined => input.items.get(name.toLowerCase());

/** Whether a field has a value, of whatever origin. */
export const has = (input: RuleInput, name: string): boolean => {
  const item = itemOf(input, name);
  return item !== undefined && isGiven(item);
};

/** The value of a field, when it is written in the component and known there. */
export const literal = (input: RuleInput, name: string): string | undefined => {
  const value = itemOf(input, name)?.literal;
  return value === undefined || value === "" ? undefined : value;
};

/** The text of a field, templates included. */
export const text = (input: RuleInput, name: string): string | undefined => {
  const item = itemOf(input, name);
  return item && textOf(item.item);
};

/** Whether a switch is on. Source: dapr/kit strings.IsTruthy. */
export const isOn = (input: RuleInput, name: string): boolean =>
  ["y", "yes", "true", "t", "on", "1"].includes(literal(input, name)?.trim().toLowerCase() ?? "");

/** Path of a field's value, or of the whole metadata when it is not there. */
export const at = (input: RuleInput, name: string): string => {
  const item = itemOf(input, name);
  return item === undefined ? `${input.path}.metadata` : `${input.path}.metadata[${item.index}].value`;
};

export const isType = (input: RuleInput, ...types: readonly string[]): boolean => types.includes(input.entry.type);
