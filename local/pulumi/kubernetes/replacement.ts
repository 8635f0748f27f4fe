import { isDeepStrictEqual } from "node:util";
import type { PropertyChanges } from "../rpc/property-diff.ts";
import { hasUnknown } from "../rpc/property-values.ts";
import { ApiError } from "./api-error.ts";
import { contentOf, type ApiObject } from "./api-object.ts";
import { isOn, type Cluster } from "./cluster.ts";
import { ignoreNotFound } from "./wait.ts";

/**
 * The changed paths that need a replacement. Which fields of a kind are immutable is the apiserver's knowledge: it is
 * asked by a dry run. `no effect` means that the server holds the wanted state already (`1000m` for `1`).
 */
export async function replacementPaths(
  cluster: Cluster,
  before: ApiObject,
  after: ApiObject,
  changes: PropertyChanges,
): Promise<string[] | "no effect"> {
  const known = [...changes.keys()].filter(
    (path) => isIdentity(path, before, after) || isKeptImmutable(cluster, path, after),
  );
  if (known.length > 0 || !cluster.client || hasUnknown(after)) return known;
  try {
    const live = await cluster.client.get(after).catch(ignoreNotFound);
    if (live === undefined) return [];
    const applied = await cluster.client.apply(after, { force: true, dryRun: true });
    return isDeepStrictEqual(contentOf(live), contentOf(applied)) ? "no effect" : [];
  } catch (error) {
    if (error instanceof ApiError && error.immutable) return refusedPaths(error, changes);
    // Anything else, such as an invalid value, is for the update itself to report.
    return [];
  }
}

/** Another kind, group, name or namespace is another object; another version of the same group is not. */
function isIdentity(path: string, before: ApiObject, after: ApiObject): boolean {
  if (path === "apiVersion") return before.apiVersion.split("/")[0] !== after.apiVersion.split("/")[0];
  return path === "kind" || path === "metadata.name" || path === "metadata.namespace";
}

/** Unless told otherwise, new content makes a new ConfigMap or Secret, as with the published provider. */
function isKeptImmutable(cluster: Cluster, path: string, { apiVersion, kind }: ApiObject): boolean {
  if (apiVersion !== "v1" || !/^(data|binaryData|stringData)\b/.test(path)) return false;
  if (kind === "ConfigMap") return !isOn(cluster, "enableConfigMapMutable");
  return kind === "Secret" && !isOn(cluster, "enableSecretMutable");
}

function refusedPaths(error: ApiError, changes: PropertyChanges): string[] {
  const fields = error.causes.map((cause) => cause.field.replace(/\[.*$/, "")).filter(Boolean);
  const refused = [...changes.keys()].filter((path) =>
    fields.some((field) => path.startsWith(field) || field.startsWith(path)),
  );
  return refused.length > 0 ? refused : [...changes.keys()];
}
