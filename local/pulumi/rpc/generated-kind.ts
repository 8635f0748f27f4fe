import { propertyDiff, type PropertyChanges } from "./property-diff.ts";
import { unknown, withoutNulls, type Properties } from "./property-values.ts";
import type { ResourceKind, ResourceRequest } from "./resource-kind.ts";

/** A resource that lives in the stack's state only: a key, a password, a certificate. */
export interface GeneratedKind {
  /** Values of inputs that were left out. */
  readonly defaults?: Properties;
  /** The outputs beside the inputs; unknown in a preview. */
  readonly outputs: readonly string[];
  readonly generate: (
    inputs: Properties,
  ) => Promise<Properties & { readonly id: string }> | (Properties & { readonly id: string });
  /** Changes that come with time, such as a certificate near its end. */
  readonly expired?: (state: Properties, inputs: Properties) => PropertyChanges;
}

/** A generated value never changes: whatever changes in its inputs makes a new one. */
export function generatedKind(kind: GeneratedKind): ResourceKind {
  const create = async ({ inputs, preview }: ResourceRequest) => {
    if (preview)
      return { id: "", outputs: { ...inputs, ...Object.fromEntries(kind.outputs.map((name) => [name, unknown])) } };
    const { id, ...outputs } = await kind.generate(inputs);
    return { id, outputs: { ...inputs, ...outputs } };
  };
  return {
    check: ({ inputs }) => ({ ...kind.defaults, ...withoutNulls(inputs) }),
    diff: ({ oldInputs, inputs, state }) => {
      const changes = new Map([...propertyDiff(oldInputs, inputs), ...(kind.expired?.(state, inputs) ?? [])]);
      return { changes, replaces: [...changes.keys()] };
    },
    create,
    update: create,
    read: ({ id, state, inputs }) => Promise.resolve({ id, outputs: state, inputs }),
    delete: () => Promise.resolve(),
  };
}
