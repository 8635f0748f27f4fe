import { partNames, stages, upgradeParts, type PartName, type PartStep } from "./upgrade-parts.ts";
import { compareVersions, parseVersion } from "./version.ts";

/** Version of each part that is there. */
export type PartVersions = Readonly<Partial<Record<PartName, string>>>;

/** A step of the plan, in its place. */
export interface PlanStep extends PartStep {
  readonly part: PartName;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

/** Why a part's upgrade cannot be done as it is. */
export interface PlanProblem {
  readonly code: "upgrade-version" | "upgrade-downgrade" | "upgrade-stops" | "upgrade-refused";
  readonly part: PartName;
  readonly message: string;
  readonly remedy: string;
}

/** What is to be done from the running versions to the pinned ones. */
export interface UpgradePlan {
  readonly steps: readonly PlanStep[];
  readonly problems: readonly PlanProblem[];
  /** Parts that run as they are pinned. */
  readonly current: readonly PartName[];
}

const planOf = (part: PartName, from: string, to: string): UpgradePlan => {
  const { title, stops, refused, steps, source } = upgradeParts[part];
  const [running, pinned] = [parseVersion(from), parseVersion(to)];
  const problem = (code: PlanProblem["code"], message: string, remedy: string): UpgradePlan => ({
    steps: [],
    problems: [{ code, part, message, remedy }],
    current: [],
  });
  if (running === undefined || pinned === undefined)
    return problem("upgrade-version", `${title}: "${running ? to : from}" is no version`, "Write it as 1.18.2.");
  const order = compareVersions(running, pinned);
  if (order === 0) return { steps: [], problems: [], current: [part] };
  if (order > 0)
    return problem(
      "upgrade-downgrade",
      `${title} ${from} runs, and ${to} is pinned: this would be a downgrade`,
      "Pin the running version or a newer one in versions.json.",
    );
  const reason = refused?.(running, pinned);
  if (reason !== undefined) return problem("upgrade-refused", `${title} ${from} to ${to}: ${reason}`, `See ${source}.`);
  const between = stops(running, pinned);
  const made = steps(running, pinned).map((step): PlanStep => ({ ...step, part, from, to, source }));
  if (between.length === 0) return { steps: made, problems: [], current: [] };
  return {
    steps: made,
    problems: [
      {
        code: "upgrade-stops",
        part,
        message: `${title} ${from} to ${to} is too far for one step`,
        remedy: `Upgrade to the last patch of ${between.join(", then ")} first, each time with these steps.`,
      },
    ],
    current: [],
  };
};

/** The order of every step from the versions that run to those that are pinned; parts that do not run need none. */
export const planUpgrade = (running: PartVersions, pinned: PartVersions): UpgradePlan => {
  const plans = partNames.flatMap((part) => {
    const [from, to] = [running[part], pinned[part]];
    return from === undefined || to === undefined ? [] : [planOf(part, from, to)];
  });
  return {
    steps: plans.flatMap(({ steps }) => steps).sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)),
    problems: plans.flatMap(({ problems }) => problems),
    current: plans.flatMap(({ current }) => current),
  };
};
