import type { Problem } from "../../model/problems.ts";
import type { LintFinding } from "../lint-finding.ts";
import type { Manifest } from "../manifest.ts";
import { appIdOf, isWorkload, podAnnotations } from "../workload.ts";
import type { Named } from "./nearness.ts";

/** Everything that is linted at once, by what it is. */
export interface Together {
  readonly components: readonly Manifest[];
  readonly configurations: readonly Manifest[];
  readonly subscriptions: readonly Manifest[];
  readonly resiliencies: readonly Manifest[];
  readonly endpoints: readonly Manifest[];
  readonly secrets: readonly Manifest[];
  readonly topics: readonly Manifest[];
  /** Those whose pods get a sidecar. */
  readonly workloads: readonly Manifest[];
  readonly all: readonly Manifest[];
}

/** One rule about objects that refer to each other. */
export type ReferenceRule = (together: Together) => LintFinding[];

/** Sorts manifests by what they are. */
export const sortManifests = (all: readonly Manifest[]): Together => {
  const dapr = (kind: string): Manifest[] =>
    all.filter((each) => each.kind === kind && each.apiVersion.startsWith("dapr.io/"));
  return {
    components: dapr("Component"),
    configurations: dapr("Configuration"),
    subscriptions: dapr("Subscription"),
    resiliencies: dapr("Resiliency"),
    endpoints: dapr("HTTPEndpoint"),
    secrets: all.filter(({ kind }) => /Secret$/.test(kind)),
    topics: all.filter(({ kind }) => kind === "KafkaTopic"),
    workloads: all.filter((each) => isWorkload(each) && Object.keys(podAnnotations(each)).length > 0),
    all,
  };
};

/** The app ids that workloads state. */
export const appIds = ({ workloads }: Together): Named[] =>
  workloads.flatMap((workload) => {
    const name = appIdOf(workload);
    return name === "" ? [] : [{ name, file: workload.file }];
  });

/** Problems of fields that should not be there at all, or not there. */
const aboutKeys: readonly string[] = ["TP0602", "TP0680", "TP0682", "TP0683", "TP0684", "TP0705", "TP0713"];

/** A problem of a manifest as a finding at its place; the path counts from the manifest. */
export const findingAt = (manifest: Manifest, problem: Problem): LintFinding => ({
  ...problem,
  path: manifest.path === "" ? problem.path : `${manifest.path}.${problem.path}`,
  file: manifest.file,
  ...manifest.locate(problem.path, aboutKeys.includes(problem.code) ? "key" : "value"),
});

/** A problem about a name of unsure severity. */
export const problemOf = (
  severity: Problem["severity"],
  code: string,
  path: string,
  value: string,
  message: string,
  remedy: string,
): Problem => ({ severity, code, path, value, message, remedy });
