import type { PreviewStep, Preview } from "../../../infra/review/preview/preview.ts";
import { unknownText } from "../../../infra/review/preview/preview.ts";
import { isSame, valueAt } from "../../../infra/review/objects/read.ts";
import type { Recorded } from "../components/record.ts";

/** The recorder marks a secret; of a made value it keeps the name of what made it. */
const unwrapped = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0] === "secret" && /[<[]/.test(JSON.stringify(value)))
    return unwrapped((value as { secret: unknown }).secret);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unwrapped(member)]));
};

/** A value that comes from something that is made anew is known only after the update. */
const withUnknown = (value: unknown, made: readonly string[]): unknown => {
  if (typeof value === "string") return made.some((name) => value.includes(`<${name}.`)) ? unknownText : value;
  if (Array.isArray(value)) return value.map((member) => withUnknown(member, made));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withUnknown(member, made)]));
};

/** Fields that no object can change in place. */
const fixed = (type: string): (readonly string[])[] => [
  ["metadata", "name"],
  ["metadata", "namespace"],
  ...(/StatefulSet$/.test(type)
    ? [
        ["spec", "volumeClaimTemplates"],
        ["spec", "serviceName"],
      ]
    : []),
  ...(/(Deployment|StatefulSet)$/.test(type) ? [["spec", "selector"]] : []),
  ...(/:Job$/.test(type) ? [["spec", "template"]] : []),
];

const opOf = (type: string, was: unknown, is: unknown): PreviewStep["op"] => {
  if (isSame(was, is)) return "same";
  return fixed(type).some((path) => !isSame(valueAt(was, ...path), valueAt(is, ...path))) ? "replace" : "update";
};

const isMaker = (type: string): boolean => /^(random|tls|docker-build):/.test(type);

/** Names of what makes values and changes, and of what is made from them: keys, certificates, images. */
const remade = (before: ReadonlyMap<string, Recorded>, after: readonly Recorded[]): string[] => {
  const names = new Set<string>();
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const { urn, type, name, inputs } of after.filter((one) => isMaker(one.type))) {
      const was = before.get(urn);
      const is = withUnknown(unwrapped(inputs), [...names]);
      if (type !== "" && was !== undefined && !isSame(unwrapped(was.inputs), is)) names.add(name);
    }
  }
  return [...names];
};

/** The preview of a program that makes `after` where `before` was applied. */
export const recordedPreview = (before: readonly Recorded[], after: readonly Recorded[]): Preview => {
  const known = new Map(before.map((one) => [one.urn, one]));
  const made = remade(known, after);
  const kept = new Set(after.map(({ urn }) => urn));
  const steps = [
    ...after.map(({ urn, type, inputs }): PreviewStep => {
      const was = known.get(urn);
      const is = withUnknown(unwrapped(inputs), made) as Record<string, unknown>;
      if (was === undefined) return { urn, type, op: "create", after: is, paths: [] };
      const old = unwrapped(was.inputs) as Record<string, unknown>;
      return { urn, type, op: opOf(type, old, is), before: old, after: is, paths: [] };
    }),
    ...before
      .filter(({ urn }) => !kept.has(urn))
      .map(({ urn, type, inputs, isProtected, kept }): PreviewStep => ({
        urn,
        ...(isProtected ? { kept: "protected" as const } : kept ? { kept: "retained" as const } : {}),
        type,
        op: "delete",
        before: unwrapped(inputs) as Record<string, unknown>,
        paths: [],
      })),
  ];
  return { steps, violations: [], diagnostics: [], packs: [], isComplete: true };
};
