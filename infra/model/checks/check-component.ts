import type { CatalogueEntry } from "../dapr/catalogue/entry.ts";
import { isGiven, itemsByField, readItems, textOf, type MetadataItem } from "../dapr/catalogue/metadata-values.ts";
import type { ComponentMetadata } from "../dapr/component-spec.ts";
import { componentRules } from "../dapr/rules/component-rules.ts";
import type { RuleContext } from "../dapr/rules/rule.ts";
import type { Problem } from "../problems.ts";
import { checkAuthentication } from "./check-authentication.ts";
import { checkComponentType } from "./check-component-type.ts";
import { checkMetadataFields } from "./check-metadata-fields.ts";
import { error } from "./error.ts";
import { valueProblem } from "./value-problem.ts";

/** What of a Component the catalogue judges. */
export interface CheckedComponent {
  readonly type: string;
  readonly version: string;
  readonly metadata: readonly ComponentMetadata[];
  readonly initTimeout?: string;
  readonly ignoreErrors?: boolean;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The items that have a name, at their places; the rest is the schema's to report. */
const named = (metadata: unknown): [ComponentMetadata, number][] =>
  (Array.isArray(metadata) ? metadata : []).flatMap((item: unknown, index): [ComponentMetadata, number][] =>
    isObject(item) && "name" in item && typeof item.name === "string" ? [[item as ComponentMetadata, index]] : [],
  );

/** Variables that a component may not read. Source: dapr pkg/runtime/processor/secret/secret.go. */
const isKept = (variable: string): boolean => /^(APP_API_TOKEN$|DAPR_)|\s/i.test(variable) || variable === "";

const variableProblems = (item: ComponentMetadata, where: string): Problem[] =>
  "envRef" in item && isKept(String(item.envRef))
    ? [
        error(
          "TP0516",
          `${where}.envRef`,
          item.envRef,
          "is no variable that a component may read",
          "Use a variable of the sidecar whose name does not start with DAPR_ and is not APP_API_TOKEN.",
        ),
      ]
    : [];

const itemProblems = (item: ComponentMetadata, where: string): Problem[] => {
  if (item.name.trim() === "") return [error("TP0515", `${where}.name`, item.name, "is empty", "Name the field.")];
  const references = (["secretKeyRef", "envRef"] as const).filter((key) => key in item);
  const text = textOf(item);
  if (references.length > 0 && text !== undefined && text !== "")
    return [
      error(
        "TP0514",
        where,
        item.name,
        `has both a value and ${references[0]}`,
        "Keep the reference and remove the value, unless it is no secret.",
      ),
    ];
  const secret = "secretKeyRef" in item ? item.secretKeyRef : undefined;
  return secret !== undefined && (!isObject(secret) || typeof secret.name !== "string" || secret.name === "")
    ? [error("TP0515", `${where}.secretKeyRef.name`, item.name, "names no Secret", "Write the name of the Secret.")]
    : variableProblems(item, where);
};

const missingFields = (entry: CatalogueEntry, items: ReadonlyMap<string, MetadataItem>, path: string): Problem[] =>
  entry.fields.flatMap((field) => {
    const item = items.get(field.name.toLowerCase());
    const direction = items.get("direction")?.literal?.toLowerCase();
    const used =
      field.direction === undefined ||
      direction?.includes(field.direction) === true ||
      (direction === undefined && entry.binding?.input !== entry.binding?.output);
    if (!field.required || !used || (item !== undefined && isGiven(item))) return [];
    const remedy = field.sensitive ? `Add ${field.name} as secretKeyRef.` : `Add ${field.name}.`;
    return [error("TP0506", `${path}.metadata`, field.name, `lacks ${field.name}, which ${entry.type} needs`, remedy)];
  });

const initTimeoutProblems = (component: CheckedComponent, path: string): Problem[] => {
  const { initTimeout } = component;
  if (initTimeout === undefined) return [];
  const wrong = valueProblem(
    { name: "initTimeout", type: "duration", required: false, sensitive: false },
    String(initTimeout),
  );
  return wrong === undefined
    ? []
    : [error("TP0507", `${path}.initTimeout`, initTimeout, `${wrong.message} (initTimeout)`, wrong.remedy)];
};

/**
 * Everything that is wrong with a component's type, version and metadata, against what the pinned Dapr release reads.
 * Paths are `${path}.type`, `${path}.metadata[3].value`, and `${path}.metadata` for what is missing. Never throws.
 */
export const checkComponent = (component: CheckedComponent, path: string, context: RuleContext = {}): Problem[] => {
  const metadata = named(component.metadata);
  const problems = [
    ...metadata.flatMap(([item, index]) => itemProblems(item, `${path}.metadata[${index}]`)),
    ...initTimeoutProblems(component, path),
  ];
  const type = checkComponentType(String(component.type ?? ""), String(component.version ?? ""), path);
  problems.push(...type.problems);
  const { entry } = type;
  if (entry === undefined || entry.unavailable !== undefined) return problems;
  const found = readItems(
    entry,
    metadata.map(([item]) => item),
  );
  const items = found
    .map((one, place) => ({ ...one, index: metadata[place]?.[1] ?? place }))
    .filter((one) => one.item.name.trim() !== "");
  const byField = itemsByField(items);
  return [
    ...problems,
    ...checkMetadataFields(entry, items, path),
    ...missingFields(entry, byField, path),
    ...checkAuthentication(entry, byField, path),
    ...componentRules({ entry, items: byField, path, context }),
  ];
};
