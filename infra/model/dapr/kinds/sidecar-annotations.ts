import { annotationFacts, type SidecarAnnotations } from "./generated/annotations.ts";
import type { AnnotationFact } from "./annotation-fact.ts";
import type { SecretKey } from "./sidecar-values.ts";

type AnnotationValue = SidecarAnnotations[keyof SidecarAnnotations];

const isSecretKey = (value: string | SecretKey): value is SecretKey => typeof value === "object";

const entry = (fact: AnnotationFact, name: string, value: string | SecretKey): string => {
  if (isSecretKey(value)) return `${name}=${value.name}:${value.key}`;
  return fact.format === "mounts" ? `${name}:${value}` : `${name}=${value}`;
};

const spell = (fact: AnnotationFact, value: NonNullable<AnnotationValue>): string =>
  typeof value === "object"
    ? Object.entries<string | SecretKey>(value)
        .map(([name, item]) => entry(fact, name, item))
        .join(",")
    : String(value);

const factOfField = new Map(annotationFacts.map((fact) => [fact.field, fact]));

/** The annotations of a pod template, in the order in which they are stated; what is undefined is left out. */
export const sidecarAnnotations = (settings: {
  readonly [Field in keyof SidecarAnnotations]: SidecarAnnotations[Field] | undefined;
}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([field, value]: [string, AnnotationValue]) => {
      const fact = factOfField.get(field);
      return fact === undefined || value === undefined ? [] : [[fact.key, spell(fact, value)]];
    }),
  );
