import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { configuration } from "../dapr/kinds/constructors.ts";
import { checkManifest } from "../dapr/kinds/check-manifest.ts";
import { toDeclaredObjects, type DaprManifest } from "../dapr/manifests.ts";
import { error } from "./error.ts";

const fieldOf = {
  HTTPEndpoint: "httpEndpoints",
  MCPServer: "mcpServers",
  WorkflowAccessPolicy: "workflowAccessPolicies",
} as const;

const isDeclared = (kind: DaprManifest["kind"]): kind is keyof typeof fieldOf => Object.hasOwn(fieldOf, kind);

/** What lint only warns of, because daprd outside of a cluster takes it; the platform runs in one. */
const clusterRefuses: ReadonlySet<string> = new Set(["TP0609", "TP0610", "TP0665"]);

const asApplied = (problem: Problem): Problem =>
  clusterRefuses.has(problem.code) ? { ...problem, severity: "error" } : problem;

const unknownApps = (path: string, scopes: readonly string[], apps: readonly string[]): Problem[] =>
  scopes.flatMap((app, index) =>
    apps.includes(app)
      ? []
      : [error("TP0201", `${path}.apps[${index}]`, app, "is no app of the topology", remedyForName(app, apps, "apps"))],
  );

const declaredProblems = (platform: PlatformSpec): Problem[] => {
  const apps = Object.keys(platform.topology.apps);
  return toDeclaredObjects(platform).flatMap((manifest) => {
    if (!isDeclared(manifest.kind)) return [];
    const path = `${fieldOf[manifest.kind]}.${manifest.metadata.name}`;
    return [
      ...checkManifest(manifest, path, platform.dapr.release).map(asApplied),
      ...unknownApps(path, "scopes" in manifest ? (manifest.scopes ?? []) : [], apps),
    ];
  });
};

/** What the owners add to each Configuration, looked at in an otherwise empty one. */
const extraProblems = ({ everyConfiguration: spec, dapr }: PlatformSpec): Problem[] => {
  if (spec === undefined) return [];
  return checkManifest(configuration({ name: "every", spec }), "", dapr.release).map((problem) => ({
    ...asApplied(problem),
    path: problem.path.replace(/^spec/, "everyConfiguration"),
  }));
};

/** The Dapr objects that are no projection of the topology. */
export const checkObjects = (platform: PlatformSpec): Problem[] => [
  ...declaredProblems(platform),
  ...extraProblems(platform),
];
