import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { appIdOf, podAnnotationsPath } from "../workload.ts";
import { togetherness } from "./nearness.ts";
import { findingAt, problemOf, type ReferenceRule } from "./together.ts";

const keyOf = ({ apiVersion, kind, namespace, name }: Manifest): string =>
  [apiVersion.split("/")[0], kind, namespace, name].join("|");

/** The manifests that repeat an earlier one of the same key, each with it. */
const repeated = (manifests: readonly Manifest[], key: (manifest: Manifest) => string): [Manifest, Manifest][] => {
  const seen = new Map<string, Manifest[]>();
  return manifests.flatMap((manifest): [Manifest, Manifest][] => {
    const before = seen.get(key(manifest)) ?? [];
    seen.set(key(manifest), [...before.slice(0, 50), manifest]);
    const earlier =
      before.find(({ file }) => file === manifest.file) ?? before.find((each) => togetherness(each, manifest));
    return earlier ? [[manifest, earlier]] : [];
  });
};

const lineOf = (manifest: Manifest, path: string): string => `${manifest.file}:${manifest.locate(path).line}`;

/** One object under one name: of two, the later replaces the earlier, and daprd outside of a cluster refuses both. */
export const checkDuplicateObjects: ReferenceRule = ({ all }) =>
  repeated(
    all.filter(({ name }) => name !== ""),
    keyOf,
  ).flatMap(([manifest, earlier]): LintFinding[] => {
    const severity = togetherness(manifest, earlier);
    if (!severity) return [];
    const { kind, name } = manifest;
    const message = `${kind} "${name}" is there already, at ${lineOf(earlier, "metadata.name")}`;
    return [
      findingAt(manifest, problemOf(severity, "TP0708", "metadata.name", name, message, "Rename or remove one.")),
    ];
  });

/** One workload for an app id: calls and events are shared among all that have it. */
export const checkDuplicateAppIds: ReferenceRule = ({ workloads }) =>
  repeated(
    workloads.filter((workload) => appIdOf(workload) !== ""),
    (workload) => `${workload.namespace}|${appIdOf(workload)}`,
  )
    .filter(([workload, earlier]) => keyOf(workload) !== keyOf(earlier))
    .map(([workload, earlier]) => {
      const message = `${earlier.kind} "${earlier.name}" has this app id already: calls and events go to either of them`;
      const path = `${podAnnotationsPath(workload)}["dapr.io/app-id"]`;
      return findingAt(
        workload,
        problemOf("warning", "TP0707", path, appIdOf(workload), message, "Give each app an id of its own."),
      );
    });
