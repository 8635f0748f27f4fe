import { expect, test } from "vitest";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { toComponents } from "../../../infra/model/dapr/component.ts";
import { toConfigurations } from "../../../infra/model/dapr/configuration.ts";
import { toResiliency } from "../../../infra/model/dapr/resiliency.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import { toSubscriptions } from "../../../infra/model/dapr/subscription.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import type { Problem } from "../../../infra/model/problems.ts";
import { localPlatform } from "../platforms.ts";
import { mutations, type Mutation } from "./mutations.ts";

const platform = localPlatform;
const { topology } = platform;
/** Names that other places of the platform refer to. */
const names = new Set([
  ...Object.keys(topology.apps),
  ...Object.keys(platform.components),
  ...Object.keys(topology.secrets),
  ...platform.database.owners.map((owner) => owner.secret),
]);

/** The problem stands at the mutated place, within it, or at what holds it, or names what was changed. */
const isNamed = ({ path, words }: Mutation, problems: readonly Problem[]): boolean =>
  problems.some((problem) => {
    const text = JSON.stringify(problem);
    return problem.path.startsWith(path) || path.startsWith(problem.path) || words.some((word) => text.includes(word));
  });

const manifests = (spec: PlatformSpec): string =>
  JSON.stringify([
    toComponents(spec),
    toConfigurations(spec),
    toSubscriptions(spec),
    toResiliency(spec),
    Object.entries(spec.services).map(([app, service]) => toSidecarAnnotations(spec, app, service)),
  ]);

test("every single mistake in the Todo platform is refused at its path, or changes nothing", () => {
  const all = [...mutations(platform, names)];
  const silent: string[] = [];
  const misplaced: string[] = [];
  const harmless: string[] = [];
  for (const mutation of all) {
    const label = `${mutation.kind} ${mutation.path}`;
    const mutant = mutation.mutant as PlatformSpec;
    const problems = checkPlatform(mutant);
    if (problems.some(({ severity }) => severity === "error")) {
      if (!isNamed(mutation, problems))
        misplaced.push(`${label}: ${problems.map((p) => `${p.code} ${p.path}`).join("; ")}`);
    } else if (manifests(mutant) === manifests(platform)) harmless.push(label);
    else silent.push(label);
  }
  expect({ silent, misplaced }).toEqual({ silent: [], misplaced: [] });
  // Roles are free names, two of which are an app's name, too.
  expect(harmless).toEqual(["wrong reference database.owners[0].role", "wrong reference database.owners[1].role"]);
  expect(all.length).toBeGreaterThan(500);
});
