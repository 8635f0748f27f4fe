import { differingPaths, resourceLabel } from "../review/resources.ts";
import { valueAt } from "../review/objects/read.ts";
import type { Preview, PreviewStep } from "../review/preview/preview.ts";
import { fieldOwners, lastForeign, type FieldOwner, type ManagedFields } from "./field-owners.ts";
import { splitPath } from "./field-path.ts";
import { explainManager, isOurs } from "./managers.ts";

/** A field that is not as it was applied. */
export interface DriftedField {
  readonly path: string;
  /** JSON of the value, shortened; a secret's is not told. */
  readonly applied: string;
  readonly live: string;
  /** Who has set it, as far as the API server knows. @default nobody is known */
  readonly by?: FieldOwner & { readonly who: string };
}

/** A resource that is not as it was applied. */
export interface DriftedResource {
  readonly resource: string;
  readonly urn: string;
  readonly fate: "changed" | "deleted";
  readonly fields: readonly DriftedField[];
}

/** A resource that the program would change: it was changed, and not applied. */
export interface UnappliedResource {
  readonly resource: string;
  readonly urn: string;
  readonly op: string;
  readonly paths: readonly string[];
}

/** How model, state and cluster differ. */
export interface DriftReport {
  /** Model against state. */
  readonly unapplied: readonly UnappliedResource[];
  /** State against cluster. */
  readonly drifted: readonly DriftedResource[];
}

/** An object as it is in the cluster. */
export interface LiveObject {
  readonly metadata?: { readonly managedFields?: readonly ManagedFields[] };
}

/** Looks an object up that has drifted. */
export type FindObject = (step: PreviewStep) => LiveObject | undefined;

const longest = 120;

const shown = (value: unknown, isSecret: boolean): string => {
  // Which of a Secret's two fields holds a value says nothing to a reader.
  if (isSecret) return "[secret]";
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
};

const ownerOf = (live: LiveObject | undefined, path: string): DriftedField["by"] => {
  const managed = live?.metadata?.managedFields ?? [];
  const foreign = fieldOwners(managed, live, splitPath(path)).find(({ manager }) => !isOurs(manager));
  const owner = foreign ?? lastForeign(managed, isOurs);
  return owner === undefined ? undefined : { ...owner, who: explainManager(owner.manager) };
};

const toField = (step: PreviewStep, path: string, live: LiveObject | undefined): DriftedField => {
  const isSecret = valueAt(step.before, "kind") === "Secret";
  const [applied, is] = [step.before, step.after].map((inputs) => valueAt(inputs, ...splitPath(path)));
  const by = ownerOf(live, path);
  return { path, applied: shown(applied, isSecret), live: shown(is, isSecret), ...(by === undefined ? {} : { by }) };
};

const toDrifted = (step: PreviewStep, find: FindObject): DriftedResource[] => {
  const named = { resource: resourceLabel(step), urn: step.urn };
  if (step.op === "delete") return [{ ...named, fate: "deleted", fields: [] }];
  if (step.op !== "update") return [];
  const paths = differingPaths(step);
  const live = find(step);
  return paths.length === 0
    ? []
    : [{ ...named, fate: "changed", fields: paths.map((path) => toField(step, path, live)) }];
};

const byResource = (a: { resource: string; urn: string }, b: { resource: string; urn: string }): number =>
  a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : a.urn < b.urn ? -1 : 1;

/**
 * Compares model, state and cluster.
 *
 * @param preview What the program would do (`pulumi preview`): model against state.
 * @param refresh What a refresh would take over (`pulumi refresh --preview-only`): state against cluster.
 */
export const driftReport = (preview: Preview, refresh: Preview, find: FindObject): DriftReport => ({
  unapplied: preview.steps
    .filter(({ op }) => op !== "same")
    .map((step) => ({
      resource: resourceLabel(step),
      urn: step.urn,
      op: step.op,
      paths: differingPaths(step),
    }))
    .sort(byResource),
  drifted: refresh.steps.flatMap((step) => toDrifted(step, find)).sort(byResource),
});

const fieldText = ({ path, applied, live, by }: DriftedField): string => {
  const who = by === undefined ? "nobody is known" : `${by.who} (${by.manager}${by.time === "" ? "" : `, ${by.time}`})`;
  return `    ${path}: ${live} instead of ${applied}\n      by ${who}`;
};

/** The report for people. */
export const driftText = ({ unapplied, drifted }: DriftReport): string =>
  [
    unapplied.length === 0
      ? "The program asks for nothing that is not applied."
      : `Not applied yet: ${unapplied.length}`,
    ...unapplied.map(
      ({ op, resource, paths }) => `  ${op} ${resource}${paths.length === 0 ? "" : ` (${paths.join(", ")})`}`,
    ),
    drifted.length === 0 ? "The cluster is as it was applied." : `Changed in the cluster: ${drifted.length}`,
    ...drifted.map(({ resource, fate, fields }) => [`  ${resource} is ${fate}`, ...fields.map(fieldText)].join("\n")),
  ].join("\n");
