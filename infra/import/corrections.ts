import { isPlainObject, objectAt, textAt } from "../model/dapr/kinds/plain-value.ts";
import { kindSchemas, type SchemaNode } from "../model/dapr/kinds/schema-node.ts";
import type { Problem } from "../model/problems.ts";
import { put, remove, valueOf, type Place } from "./document-path.ts";
import type { Draft, Mutable } from "./draft.ts";

/** Corrects one problem in place; false when the right value is not certain. */
export type Correction = (draft: Draft, problem: Problem, place: Place) => boolean;

/** A value in a note: short, and never on two lines. */
export const shortly = (value: unknown): string => {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

export const changed = ({ code }: Problem, was: unknown, now: unknown): string =>
  `${code}: was ${shortly(was)}, now ${shortly(now)}`;

/** The name that a remedy offers as the only right one. */
export const offeredName = ({ remedy }: Problem): string | undefined =>
  /^(?:Did you mean|Write) "([^"]+)"(?: instead)?[.?]$/.exec(remedy)?.[1];

const specOf = ({ document }: Draft): Mutable => objectAt(document, "spec");

/** Version of each kind that the typed constructors write. */
const versionOf = (kind: string): string => (kind === "Subscription" ? "dapr.io/v2alpha1" : "dapr.io/v1alpha1");

const correctVersion: Correction = (draft, problem) => {
  const was = draft.document["apiVersion"];
  if (was === versionOf(draft.kind) || !Object.hasOwn(kindSchemas(), draft.kind)) return false;
  draft.document["apiVersion"] = versionOf(draft.kind);
  draft.notes.add(draft.document, "", changed(problem, was, versionOf(draft.kind)));
  return true;
};

const routeToRoutes: Correction = (draft, problem, place) => {
  const spec = specOf(draft);
  if (draft.kind !== "Subscription" || place.owner !== spec || place.key !== "route" || "routes" in spec) return false;
  const routes = { default: spec["route"] };
  delete spec["route"];
  spec["routes"] = routes;
  draft.notes.add(spec, "routes", `${problem.code}: was route, now routes.default`);
  return true;
};

const scopesToTop: Correction = (draft, problem, place) => {
  const spec = specOf(draft);
  if (place.owner !== spec || place.key !== "scopes" || draft.kind === "Configuration") return false;
  if (!Array.isArray(spec["scopes"]) || "scopes" in draft.document) return false;
  draft.document["scopes"] = spec["scopes"];
  delete spec["scopes"];
  draft.notes.add(draft.document, "scopes", `${problem.code}: was spec.scopes, now scopes`);
  return true;
};

const specInSpec: Correction = (draft, problem, place) => {
  const spec = specOf(draft);
  const inner = spec["spec"];
  if (place.owner !== spec || place.key !== "spec" || !isPlainObject(inner)) return false;
  delete spec["spec"];
  for (const [key, value] of Object.entries(inner)) {
    if (key in spec) continue;
    spec[key] = value;
    draft.notes.add(spec, key, `${problem.code}: was spec.spec.${key}, now spec.${key}`);
  }
  return true;
};

const intoPolicies: Correction = (draft, problem, place) => {
  const field = /^Move it to spec\.policies\.(\w+)\.$/.exec(problem.remedy)?.[1];
  const spec = specOf(draft);
  if (field === undefined || place.owner !== spec) return false;
  const policies = isPlainObject(spec["policies"]) ? (spec["policies"] as Mutable) : {};
  if (field in policies) return false;
  spec["policies"] = policies;
  policies[field] = spec[place.key];
  delete spec[place.key];
  draft.notes.add(policies, field, `${problem.code}: was spec.${place.key}, now spec.policies.${field}`);
  return true;
};

const renamed: Correction = (draft, problem, place) => {
  const name = offeredName(problem);
  if (name === undefined || Array.isArray(place.owner) || name in place.owner) return false;
  place.owner[name] = place.owner[place.key];
  remove(place);
  draft.notes.add(place.owner, name, `${problem.code}: was ${place.key}, now ${name}`);
  return true;
};

const unknownField: Correction = (...args) =>
  [routeToRoutes, scopesToTop, specInSpec, intoPolicies, renamed].some((correct) => correct(...args));

/** The schema of a place in the kind's typed version. */
const schemaAt = (draft: Draft, place: Place): SchemaNode | undefined => {
  const keys: string[] = [];
  for (let at: Place | undefined = place; at; at = at.parent) keys.unshift(at.key);
  const root = kindSchemas()[draft.kind]?.[versionOf(draft.kind).split("/")[1] ?? ""];
  return keys.reduce<SchemaNode | undefined>((node, key) => node?.fields?.[key] ?? node?.values ?? node?.items, root);
};

const converted = (node: SchemaNode | undefined, value: unknown): unknown => {
  if (node?.type === "string") {
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    const members = isPlainObject(value) ? Object.values(value) : [];
    return members.length === 1 && typeof members[0] === "string" ? members[0] : undefined;
  }
  if (node?.type === "integer" && typeof value === "string" && /^-?\d+$/.test(value)) return Number(value);
  if (node?.type === "boolean" && typeof value === "string" && /^(true|false)$/i.test(value))
    return /^true$/i.test(value);
  return node?.type === "array" && typeof value === "string" ? [value] : undefined;
};

const wrongType: Correction = (draft, problem, place) => {
  const was = valueOf(place);
  const now = converted(schemaAt(draft, place), was);
  if (now === undefined) return false;
  put(place, now);
  if (!Array.isArray(place.owner)) draft.notes.add(place.owner, place.key, changed(problem, was, now));
  return true;
};

const emptyOf = (node: SchemaNode | undefined): unknown => {
  if (node?.enum) return node.enum[0];
  const values = { object: {}, array: [], string: "", integer: 0, boolean: false, any: "" } as const;
  return structuredClone(values[node?.type ?? "any"]);
};

/** What is required is there, if only as a place to fill in. */
const missing: Correction = (draft, problem, place) => {
  const { owner, key } = place;
  if (Array.isArray(owner) || (owner[key] !== undefined && owner[key] !== null)) return false;
  const isName = key === "name" && owner === draft.document["metadata"];
  owner[key] = isName ? `unnamed-${draft.kind.toLowerCase()}` : emptyOf(schemaAt(draft, place));
  draft.notes.add(owner, key, `TODO ${problem.code}: ${problem.message}. ${problem.remedy}`);
  return true;
};

/** Trust domain of a cluster's chart. Source: dapr charts/dapr values (global.mtls.controlPlaneTrustDomain). */
const trustDomain = "cluster.local";

const callerIdentity: Correction = (draft, problem, { owner, key }) => {
  if (Array.isArray(owner) || !["trustDomain", "namespace"].includes(key) || key in owner) return false;
  owner[key] = key === "trustDomain" ? trustDomain : (textAt(draft.document, "metadata", "namespace") ?? "default");
  draft.notes.add(
    owner,
    key,
    `TODO ${problem.code}: was nothing, now ${shortly(owner[key])}: make it the caller's own`,
  );
  return true;
};

const denyByDefault: Correction = (draft, problem, { owner, key }) => {
  if (Array.isArray(owner) || key !== "defaultAction" || key in owner) return false;
  owner[key] = "deny";
  draft.notes.add(owner, key, changed(problem, "nothing", "deny"));
  return true;
};

/** Takes away what has no effect, or stops the sidecar. */
const dropped =
  (levels: number): Correction =>
  (draft, problem, found) => {
    let place = found;
    for (let level = 0; level < levels; level++) place = place.parent ?? place;
    const parent = Array.isArray(place.owner) ? place.parent : undefined;
    const value = valueOf(place);
    const name = textAt(value, "name") ?? place.key;
    draft.notes.add(
      parent?.owner ?? place.owner,
      parent?.key ?? "",
      `TODO ${problem.code}: ${name} is left out: ${problem.message}. ${problem.remedy}`,
    );
    remove(place);
    return true;
  };

/** The corrections of kinds, by code. */
export const corrections: Readonly<Record<string, Correction>> = {
  TP0601: correctVersion,
  TP0602: unknownField,
  TP0603: wrongType,
  TP0604: missing,
  TP0609: missing,
  TP0613: correctVersion,
  TP0623: callerIdentity,
  TP0624: denyByDefault,
  TP0626: dropped(0),
  TP0628: dropped(1),
  TP0629: dropped(1),
};
