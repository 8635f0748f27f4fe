import { error, warning } from "../../checks/error.ts";
import { didYouMean } from "../../names.ts";
import type { Problem } from "../../problems.ts";
import { checkEnvelope } from "./check-envelope.ts";
import { checkSchema } from "./check-schema.ts";
import { defaultDaprVersion, type DaprVersion } from "./dapr-version.ts";
import { isPlainObject, valueAt, type PlainObject } from "./plain-value.ts";
import { fieldPath, shown } from "./problem-path.ts";
import { kindSchemas, type SchemaNode } from "./schema-node.ts";
import { semanticChecks } from "./semantics/semantic-checks.ts";

const group = "dapr.io";

/** Whether a document is meant to be one of Dapr's: other groups that merely contain the word are not. */
const isDaprDocument = (apiVersion: unknown, kind: unknown): boolean => {
  if (typeof apiVersion !== "string") return false;
  const stated = apiVersion.split("/")[0] ?? "";
  if (stated === group) return true;
  return typeof kind === "string" && Object.hasOwn(kindSchemas(), kind) && didYouMean(stated, [group]) !== undefined;
};

/** The kinds that work without a spec; for the others the CRD merely forgot to require it. */
const specless = ["Configuration", "WorkflowAccessPolicy"];

interface Found {
  readonly problems: readonly Problem[];
  /** Of the stated version; of the only one when there is no such version. */
  readonly schema?: SchemaNode;
}

const findSchema = (document: PlainObject, path: string): Found => {
  const kind = valueAt(document, "kind");
  const apiVersion = String(valueAt(document, "apiVersion"));
  const kinds = Object.keys(kindSchemas());
  const versions = typeof kind === "string" && kinds.includes(kind) ? kindSchemas()[kind] : undefined;
  if (typeof kind !== "string" || versions === undefined) {
    const guess = typeof kind === "string" ? didYouMean(kind, kinds) : undefined;
    const remedy = guess === undefined ? `Use one of ${kinds.join(", ")}.` : `Did you mean "${guess}"?`;
    return { problems: [error("TP0601", fieldPath(path, "kind"), shown(kind), "Dapr has no such kind", remedy)] };
  }
  const [stated, version = ""] = apiVersion.split("/");
  const schema = Object.hasOwn(versions, version) ? versions[version] : undefined;
  if (stated === group && schema) return { problems: [], schema };
  const known = Object.keys(versions)
    .map((name) => `${group}/${name}`)
    .toReversed();
  const remedy = `Write apiVersion: ${known.join(" or ")}.`;
  const message = `there is no ${kind} in ${shown(apiVersion)}`;
  const problems = [error("TP0601", fieldPath(path, "apiVersion"), shown(apiVersion), message, remedy)];
  const [only, ...others] = Object.values(versions);
  return only && others.length === 0 ? { problems, schema: only } : { problems };
};

const checkSpec = (document: PlainObject, kind: string, path: string): Problem[] => {
  const spec = valueAt(document, "spec");
  if ((spec !== undefined && spec !== null) || specless.includes(kind)) return [];
  return [error("TP0604", fieldPath(path, "spec"), null, `a ${kind} without a spec does nothing`, "Add spec.")];
};

const checkDeprecated = (document: PlainObject, kind: string, path: string): Problem[] =>
  kind === "Subscription" && valueAt(document, "apiVersion") === `${group}/v1alpha1`
    ? [
        warning(
          "TP0613",
          fieldPath(path, "apiVersion"),
          `${group}/v1alpha1`,
          "this is the old form of a Subscription, without rules",
          `Write apiVersion: ${group}/v2alpha1, and routes.default instead of route.`,
        ),
      ]
    : [];

/**
 * Checks any document of the group dapr.io: its schema first, then what its kind means. Of a Component it checks the
 * envelope only; `checkComponent` knows the metadata. Documents of other groups have no problems. Never throws.
 */
export const checkManifest = (document: unknown, path: string, dapr: DaprVersion = defaultDaprVersion): Problem[] => {
  if (!isPlainObject(document)) return [];
  const kind = valueAt(document, "kind");
  if (!isDaprDocument(valueAt(document, "apiVersion"), kind)) return [];
  const found = findSchema(document, path);
  if (!found.schema) return [...found.problems];
  const name = String(kind);
  const problems = [...found.problems, ...checkSchema(document, found.schema, { path, pattern: name, dapr })];
  // A kind that the release does not know has one problem only.
  if (problems.some((problem) => problem.code === "TP0608" && problem.path === path)) return problems;
  return [
    ...problems,
    ...checkEnvelope(document, path),
    ...checkSpec(document, name, path),
    ...checkDeprecated(document, name, path),
    ...(semanticChecks[name]?.(document, path, dapr) ?? []),
  ];
};
