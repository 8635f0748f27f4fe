import { checkComponent } from "../model/checks/check-component.ts";
import { warning } from "../model/checks/error.ts";
import type { ComponentMetadata } from "../model/dapr/component-spec.ts";
import { checkManifest } from "../model/dapr/kinds/check-manifest.ts";
import type { DaprVersion } from "../model/dapr/kinds/dapr-version.ts";
import { itemsAt, objectAt, textAt, textsAt, type PlainObject } from "../model/dapr/kinds/plain-value.ts";
import type { Problem } from "../model/problems.ts";
import type { Manifest } from "./manifest.ts";
import { sameNamespace } from "./references/nearness.ts";
import type { Together } from "./references/together.ts";
import { appIdOf, replicasOf } from "./workload.ts";

/** Codes of what the model refuses, and what runs all the same: published samples hold their passwords. */
const toldOnly: readonly string[] = ["TP0509"];

/** The apps that load a component: its scopes, or every app of its namespace that is given. */
const appsOf = (component: Manifest, { workloads }: Together): string[] => {
  const scopes = textsAt(component.value, "scopes").map(([, app]) => app);
  if (scopes.length > 0) return scopes;
  return workloads
    .filter((workload) => sameNamespace(workload, component))
    .map(appIdOf)
    .filter((app) => app !== "");
};

const metadataOf = (component: Manifest): readonly ComponentMetadata[] => {
  const metadata = objectAt(component.value, "spec")["metadata"];
  // Items of any form are taken; what is no item is the schema's to report.
  return Array.isArray(metadata) ? (metadata as ComponentMetadata[]) : [];
};

/** With a group of its own name every app that loads the component shares the events, and none of them is listed. */
export const checkOpenGroup = (component: PlainObject, apps: readonly string[]): Problem[] => {
  if (apps.length > 0 || textAt(component, "spec", "type") !== "pubsub.kafka") return [];
  return itemsAt(component, "spec", "metadata").flatMap(([index, item]) => {
    const group = textAt(item, "value") ?? "";
    if (!/^consumer(group|id)$/i.test(textAt(item, "name") ?? "") || group === "" || /[{<$]/.test(group)) return [];
    const message = "is one consumer group for every app that loads the component: each event reaches one of them only";
    const remedy = 'Write "{appID}", or list the one app in scopes.';
    return [warning("TP0722", `spec.metadata[${index}].value`, group, message, remedy)];
  });
};

const checkSpec = (component: Manifest, together: Together): Problem[] => {
  const spec = objectAt(component.value, "spec");
  const type = textAt(spec, "type") ?? "";
  // What lacks is the schema's to report.
  if (type === "") return [];
  const apps = appsOf(component, together);
  const { initTimeout } = spec;
  const checked = {
    type,
    // Outside of a cluster a component without a version is the first one.
    version: textAt(spec, "version") || "v1",
    metadata: metadataOf(component),
    ...(typeof initTimeout === "string" ? { initTimeout } : {}),
  };
  const replicas = (app: string): number | undefined =>
    replicasOf(together.workloads.find((each) => sameNamespace(each, component) && appIdOf(each) === app));
  const problems = checkComponent(checked, "spec", { scopes: apps, replicas });
  return [...problems, ...checkOpenGroup(component.value, apps)];
};

/** What is to be removed as a whole need not be completed first. */
const withoutMoot = (problems: readonly Problem[]): Problem[] => {
  const removed = problems.filter(({ code }) => code === "TP0626").map(({ path }) => `${path}.`);
  return problems.filter(({ code, path }) => code !== "TP0609" || !removed.some((above) => path.startsWith(above)));
};

/** What is wrong with an object of dapr.io: its form and meaning, and for a component what its type reads. */
export const checkDaprManifest = (manifest: Manifest, together: Together, dapr: DaprVersion): Problem[] => {
  const problems = [
    ...checkManifest(manifest.value, "", dapr),
    ...(manifest.kind === "Component" ? checkSpec(manifest, together) : []),
  ];
  return withoutMoot(problems).map((problem) =>
    toldOnly.includes(problem.code) ? { ...problem, severity: "warning" } : problem,
  );
};
