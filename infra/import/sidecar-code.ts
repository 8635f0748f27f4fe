import { checkSidecarAnnotations } from "../model/dapr/kinds/check-sidecar-annotations.ts";
import type { AnnotationFact } from "../model/dapr/kinds/annotation-fact.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { annotationFacts } from "../model/dapr/kinds/generated/annotations.ts";
import type { PlainObject } from "../model/dapr/kinds/plain-value.ts";
import { fieldPath } from "../model/dapr/kinds/problem-path.ts";
import { jsonCode, literal, type Code, type CodeField } from "./code.ts";
import { isTypedDuration } from "./typed-duration.ts";

const isTrue = (value: string): boolean => ["y", "yes", "true", "t", "on", "1"].includes(value.trim().toLowerCase());

const numberCode = (value: string): Code | undefined =>
  /^-?\d{1,15}$/.test(value) ? jsonCode(Number(value)) : undefined;

const matched = (value: string, pattern: RegExp): Code | undefined =>
  pattern.test(value) ? literal(value) : undefined;

/** `NAME=value,OTHER=value`, or with another sign between name and value. */
const pairsOf = (value: string, sign: string): [string, string][] =>
  value.split(/,(?=\s*[\w.-]+[=:])/).flatMap((entry): [string, string][] => {
    const at = entry.indexOf(sign);
    return at < 1 ? [] : [[entry.slice(0, at).trim(), entry.slice(at + 1).trim()]];
  });

const mapCode = (pairs: readonly [string, string][]): Code | undefined =>
  pairs.length === 0 ? undefined : jsonCode(Object.fromEntries(pairs));

const secretsCode = (value: string): Code | undefined => {
  const pairs = pairsOf(value, "=").map(([variable, secret]) => {
    const [name = "", key = name] = secret.split(":");
    return [variable, { name, key }] as const;
  });
  return pairs.length === 0 ? undefined : jsonCode(Object.fromEntries(pairs));
};

/** The value of an annotation in the type of its field; undefined when it does not fit. */
const valueCode = ({ format }: AnnotationFact, value: string): Code | undefined => {
  switch (format) {
    case "boolean":
      return jsonCode(isTrue(value));
    case "integer":
    case "port":
      return numberCode(value);
    case "string":
    case "app-id":
      return literal(value);
    case "quantity":
      return matched(value, /^\d+(\.\d+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/);
    case "duration":
      return isTypedDuration(value) ? literal(value) : undefined;
    case "environment":
      return mapCode(pairsOf(value, "="));
    case "secret-environment":
      return secretsCode(value);
    case "mounts":
      return mapCode(pairsOf(value, ":"));
    case "log-level":
    case "app-protocol":
      return literal(value.toLowerCase());
    case "seccomp-profile":
      return literal(value);
  }
};

const meantKey = (remedy: string): string | undefined =>
  /^(?:Did you mean "(dapr\.io\/[\w-]+)"\?|Write (dapr\.io\/[\w-]+) instead\.)$/
    .exec(remedy)
    ?.slice(1)
    .find((key) => key !== undefined);

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** One annotation as a field, or only what is to be said of it. */
const annotationField = (
  key: string,
  value: string,
  annotations: PlainObject,
  dapr: DaprVersion,
): { field?: CodeField; notes: string[] } => {
  const at = fieldPath("", key);
  const problems = checkSidecarAnnotations(annotations as Record<string, string>, "", dapr).filter(
    ({ path }) => path === at,
  );
  const meant = problems.map(({ remedy }) => meantKey(remedy)).find((name) => name !== undefined);
  const renamed = meant !== undefined && !(meant in annotations) ? meant : undefined;
  const fact = annotationFacts.find((each) => each.key === (renamed ?? key));
  const code = fact && fact.deprecated === undefined ? valueCode(fact, value) : undefined;
  const notes = problems.map(({ code: name, message, remedy }) =>
    renamed !== undefined && meantKey(remedy) === renamed
      ? `${name}: was ${key}, now ${renamed}`
      : `TODO ${name}: ${message}. ${remedy}`.replaceAll("..", "."),
  );
  const wrong = problems.some(({ code: name }) => name === "TP0681" && typeof annotations[key] === "string");
  if (!fact || !code || wrong) return { notes: notes.length > 0 ? notes : [`TODO TP0681: ${key} is left out.`] };
  return { field: { key: fact.field, value: code, notes }, notes: [] };
};

/** `sidecarAnnotations({...})` for the `dapr.io/` annotations of a pod. */
export const sidecarCode = (annotations: PlainObject, dapr: DaprVersion): Code => {
  const found = Object.entries(annotations).map(([key, value]) =>
    annotationField(key, textOf(value), annotations, dapr),
  );
  const fields = new Map(found.flatMap(({ field }) => (field ? [[field.key, field] as const] : [])));
  const args = { kind: "object", fields: [...fields.values()], notes: found.flatMap(({ notes }) => notes) } as const;
  return { kind: "call", name: "sidecarAnnotations", args: [args] };
};
