import { checkProperties } from "./check-value.ts";
import { readDeclarations, type RecordedProvider, type ResourceDeclaration } from "./declarations.ts";
import { plausibleProperties } from "./plausible-value.ts";
import { propertyDiff } from "../rpc/property-diff.ts";
import { isObject, unknown, withoutNulls, type Properties } from "../rpc/property-values.ts";
import type { ResourceKind, ResourcePlugin, ResourceRequest, ResourceState } from "../rpc/resource-kind.ts";

/** What no declaration says of a provider's resources. */
export interface ProviderRules {
  /** Identity of a new resource. */
  readonly id: (type: string, name: string, inputs: Properties) => string;
  /** Inputs that only another resource can have: a change replaces it. By type token; `*` is every type. */
  readonly replaces: Readonly<Record<string, readonly string[]>>;
  /** What a server answers beyond what its declaration promises. By type token. */
  readonly answers: Readonly<Record<string, (inputs: Properties, id: string) => Properties>>;
  /** What a server answers for every type. */
  readonly answersAll?: (inputs: Properties, id: string) => Properties;
  /** What a function of the provider answers. */
  readonly invoke?: (token: string, args: Properties) => Properties;
}

/** Both, the second's values where both say something; lists are not merged. */
export const merged = (server: unknown, program: unknown): unknown => {
  if (!isObject(server) || !isObject(program)) return program ?? server;
  const keys = new Set([...Object.keys(server), ...Object.keys(program)]);
  return Object.fromEntries([...keys].map((key) => [key, merged(server[key], program[key])]));
};

/** The same places, none of which is known yet. */
const unknowns = (value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unknowns(item)])) : unknown;

/**
 * A provider that creates nothing: it refuses what the SDK does not declare, and answers what a cloud would, as far as
 * its form goes. For tests and for previews without credentials.
 */
export function recorder(provider: RecordedProvider, rules: ProviderRules): ResourcePlugin {
  const { version, resources, types } = readDeclarations(provider);

  const kind = (type: string, declaration: ResourceDeclaration): ResourceKind => {
    const replaced = [...(rules.replaces["*"] ?? []), ...(rules.replaces[type] ?? [])];
    const created = ({ urn, inputs }: ResourceRequest): ResourceState => {
      const id = rules.id(type, urn.split("::").at(-1) ?? "", inputs);
      const answers = [
        plausibleProperties(declaration.outputs, types, id),
        rules.answersAll?.(inputs, id),
        rules.answers[type]?.(inputs, id),
        inputs,
      ];
      return { id, outputs: answers.reduce<unknown>(merged, {}) as Properties };
    };
    const previewed = (request: ResourceRequest): ResourceState => {
      const server = created(request).outputs;
      return { id: "", outputs: merged(unknowns(server), request.inputs) as Properties };
    };
    return {
      check({ urn, inputs }) {
        const wanted = withoutNulls(inputs);
        const refusals = checkProperties(wanted, declaration.inputs, types);
        if (refusals.length === 0) return wanted;
        const lines = refusals.map(({ path, reason }) => `  ${path} ${reason}`);
        throw new Error(`${type} "${urn.split("::").at(-1)}" would be refused:\n${lines.join("\n")}`);
      },
      diff({ oldInputs, inputs }) {
        const changes = propertyDiff(oldInputs, inputs);
        const isReplaced = (path: string): boolean =>
          replaced.some((prefix) => path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`));
        return { changes, replaces: [...changes.keys()].filter(isReplaced) };
      },
      create: (request) => Promise.resolve(request.preview ? previewed(request) : created(request)),
      update: (request) => Promise.resolve({ id: request.id, outputs: created(request).outputs }),
      read: ({ id, state, inputs }) => Promise.resolve({ id, outputs: state, inputs }),
      delete: () => Promise.resolve(),
    };
  };

  return {
    version,
    kind(type) {
      const declaration = resources[type];
      if (declaration !== undefined) return kind(type, declaration);
      throw new Error(
        `${type} is not recorded; add it to local/pulumi/recorder/resources.ts, or use the published plugin`,
      );
    },
    ...(rules.invoke === undefined ? {} : { invoke: rules.invoke }),
  };
}
