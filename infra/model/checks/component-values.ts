import type { ComponentSpec } from "../dapr/component-spec.ts";

/** What a component says in a field, in any case of letters; undefined when it says nothing. */
export const valueOf = (spec: ComponentSpec, field: string): unknown => {
  const item = spec.metadata.find((candidate) => candidate.name.toLowerCase() === field.toLowerCase());
  if (item === undefined) return undefined;
  return "value" in item ? item.value : "secretKeyRef" in item ? item.secretKeyRef : `variable ${item.envRef}`;
};

/** Fields in which two components differ, with what each says; variables are checked where they are declared. */
export const differences = (
  actual: ComponentSpec,
  expected: ComponentSpec,
  fields: readonly string[],
): { readonly field: string; readonly is: unknown; readonly should: string }[] =>
  fields.flatMap((field) => {
    const [is, should] = [valueOf(actual, field), valueOf(expected, field)];
    if (JSON.stringify(is) === JSON.stringify(should) || String(is).startsWith("variable ")) return [];
    return [{ field, is, should: should === undefined ? "absent" : JSON.stringify(should) }];
  });
