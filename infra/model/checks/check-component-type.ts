import { catalogueEntry, knownTypes, resolveType, versionsOf } from "../dapr/catalogue/catalogue.ts";
import type { CatalogueEntry } from "../dapr/catalogue/entry.ts";
import { didYouMean } from "../names.ts";
import type { Problem } from "../problems.ts";
import { error, warning } from "./error.ts";

const familyOf = (type: string): string =>
  type.startsWith("middleware.http.") ? "middleware.http" : (type.split(".")[0] ?? "");

/** Families that take components of one's own, over a socket. Source: dapr pkg/components/pluggable. */
const pluggable = ["state", "pubsub", "bindings", "secretstores"];

const resiliency = "Retries, timeouts and circuit breakers are a Resiliency resource.";

/** Types that people expect and that never were. */
const typeAdvice: Readonly<Record<string, string>> = {
  "middleware.http.circuitbreaker": resiliency,
  "middleware.http.retry": resiliency,
  "middleware.http.timeout": resiliency,
  "middleware.http.validator": "Validate in the app, or write a policy for middleware.http.opa.",
  "dapr.io/actor": "Actors need no component of their own: set actorStateStore on a state store.",
};

const unknownType = (type: string, path: string): Problem => {
  const advice = typeAdvice[type.toLowerCase()];
  if (advice !== undefined) return error("TP0501", path, type, "is no component type of this Dapr release", advice);
  const family = familyOf(type.toLowerCase());
  const siblings = knownTypes().filter((known) => familyOf(known) === family);
  const suffix = (name: string): string => name.slice(family.length + 1);
  const wanted = suffix(type.toLowerCase());
  const parts = siblings.map(suffix).filter((name) => wanted !== "" && `.${name}.`.includes(`.${wanted}.`));
  const guess = parts.length === 1 ? parts[0] : didYouMean(wanted, siblings.map(suffix));
  if (guess !== undefined)
    return error(
      "TP0501",
      path,
      type,
      "is no component type of this Dapr release",
      `Did you mean "${family}.${guess}"?`,
    );
  if (pluggable.includes(family))
    return warning(
      "TP0501",
      path,
      type,
      "is no component type of this Dapr release",
      "Keep it if it is a pluggable component of your own; otherwise see the list of component types.",
    );
  const remedy =
    siblings.length > 0
      ? `Use one of: ${siblings.join(", ")}.`
      : "A type starts with its kind, such as state or pubsub.";
  return error("TP0501", path, type, "is no component type of this Dapr release", remedy);
};

const typeProblems = (type: string, resolved: ReturnType<typeof resolveType>, path: string): Problem[] => {
  if (resolved === undefined) return [unknownType(type, path)];
  if (resolved.type.startsWith("nameresolution."))
    return [
      error(
        "TP0501",
        path,
        type,
        "is set in a Configuration and not by a Component",
        "Write it under spec.nameResolution of the Configuration.",
      ),
    ];
  return resolved.deprecated === true
    ? [warning("TP0502", path, type, "is a former name", `Write "${resolved.type}".`)]
    : [];
};

/** daprd takes no version, `v0` and `v1` as the same. Source: dapr pkg/components/versioning.go. */
const entryOf = (type: string, version: string): CatalogueEntry | undefined =>
  catalogueEntry(type, ["", "v0"].includes(version) ? (versionsOf(type)[0] ?? "v1") : version);

const entryProblems = (entry: CatalogueEntry, type: string, path: string): Problem[] => {
  if (entry.unavailable !== undefined)
    return [
      error("TP0501", `${path}.type`, type, `does not load: ${entry.unavailable}`, "Use another component type."),
    ];
  return entry.deprecated === undefined
    ? []
    : [
        warning(
          "TP0502",
          `${path}.version`,
          entry.version,
          "is a deprecated version of this type",
          `Use ${entry.deprecated}; data that was written by the old version may not be readable by the new one.`,
        ),
      ];
};

/** What is wrong with a component's type and version, and its entry when there is one. */
export const checkComponentType = (
  type: string,
  version: string,
  path: string,
): { readonly problems: Problem[]; readonly entry?: CatalogueEntry } => {
  const resolved = resolveType(type);
  const problems = typeProblems(type, resolved, `${path}.type`);
  if (resolved === undefined || resolved.type.startsWith("nameresolution.")) return { problems };
  const entry = entryOf(resolved.type, version.toLowerCase());
  if (entry !== undefined) return { problems: [...problems, ...entryProblems(entry, type, path)], entry };
  const versions = versionsOf(resolved.type);
  const remedy = `Use ${versions.map((one) => `"${one}"`).join(" or ")}.`;
  return {
    problems: [...problems, error("TP0503", `${path}.version`, version, `is no version of ${resolved.type}`, remedy)],
  };
};
