import { expect, test } from "vitest";
import { checkPlatform } from "../../../infra/model/checks/check-platform.ts";
import { toComponents } from "../../../infra/model/dapr/component.ts";
import { toConfigurations } from "../../../infra/model/dapr/configuration.ts";
import { toResiliency } from "../../../infra/model/dapr/resiliency.ts";
import { toSidecarAnnotations } from "../../../infra/model/dapr/sidecar.ts";
import { toSubscriptions } from "../../../infra/model/dapr/subscription.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import type { Problem } from "../../../infra/model/problems.ts";
import { profiles } from "../../../infra/model/profiles/profiles.ts";
import { targets } from "../../../infra/model/targets.ts";
import { mutations, type Mutation } from "./mutations.ts";

/** Names that other places of a platform refer to. */
const namesOf = ({ topology, components, database, existingSecrets }: PlatformSpec): ReadonlySet<string> =>
  new Set([
    ...Object.keys(topology.apps),
    ...Object.keys(components),
    ...Object.keys(topology.secrets),
    ...(database?.owners ?? []).map((owner) => owner.secret),
    ...(existingSecrets ?? []),
  ]);

/**
 * Roles are free names, some of which are an app's name, too; the keys of a Secret made elsewhere are not known, nor is
 * where the address of a binding leads, nor whether an app schedules jobs; a cluster or a database elsewhere may stay undescribed.
 */
const isFreeName = (label: string): boolean =>
  /^wrong reference (database\.owners\[\d\]\.role|topology\.secrets\.database-url\.keys\[0\])$/.test(label) ||
  /^drop (messageSink|kafka|database|topology\.apps\.[\w-]+\.jobs)$/.test(label);

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

test.each(Object.entries(profiles))(
  "every single mistake in profile %s is refused at its path, or changes nothing",
  (_, build) => {
    const platform: PlatformSpec = build(targets.local);
    const all = [...mutations(platform, namesOf(platform))];
    const silent: string[] = [];
    const misplaced: string[] = [];
    const harmless: string[] = [];
    for (const mutation of all) {
      const label = `${mutation.kind} ${mutation.path}`;
      const mutant = mutation.mutant as PlatformSpec;
      const problems = checkPlatform(mutant);
      if (!problems.some(({ severity }) => severity === "error"))
        (manifests(mutant) === manifests(platform) ? harmless : silent).push(label);
      else if (!isNamed(mutation, problems))
        misplaced.push(`${label}: ${problems.map(({ code, path }) => `${code} ${path}`).join("; ")}`);
    }
    expect({ silent, misplaced }).toEqual({ silent: [], misplaced: [] });
    expect(harmless.filter((label) => !isFreeName(label))).toEqual([]);
    expect(harmless.length / all.length).toBeLessThan(0.05);
    expect(all.length).toBeGreaterThan(300);
  },
);
