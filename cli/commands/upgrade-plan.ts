import { pinnedVersions } from "../../infra/upgrades/pinned-versions.ts";
import { partNames } from "../../infra/upgrades/upgrade-parts.ts";
import { planUpgrade, type PartVersions, type PlanStep, type UpgradePlan } from "../../infra/upgrades/upgrade-plan.ts";
import type { Command, CommandContext } from "../command.ts";
import { runningParts } from "../running-parts.ts";
import { refusal } from "../stack-source.ts";

const sources = ["state", "stack", "kubeconfig"] as const;

const flagged = ({ options }: CommandContext): PartVersions =>
  Object.fromEntries(partNames.flatMap((part) => (typeof options[part] === "string" ? [[part, options[part]]] : [])));

/** Versions given by flags, over those of a stack or of a cluster; flags alone are all there is. */
const running = async (context: CommandContext): Promise<PartVersions> => {
  const flags = flagged(context);
  const { options, cluster } = context;
  const [source, ...others] = sources.filter((name) => typeof options[name] === "string");
  if (others.length > 0)
    throw refusal("usage", `--${others[0]}`, `--${source} is given, too`, "name one source of the running versions");
  if (source === undefined) return Object.keys(flags).length > 0 ? flags : runningParts({ cluster });
  const value = options[source] as string;
  return { ...(await runningParts({ cluster, [source === "state" ? "file" : source]: value })), ...flags };
};

const stepText = ({ stage, part, from, to, what, restarts, backUp, oneWay, source }: PlanStep, index: number): string =>
  [
    `${String(index + 1).padStart(2)}. [${stage}] ${part} ${from} -> ${to}: ${what}`,
    ...(backUp === undefined ? [] : [`      back up   ${backUp}`]),
    `      restarts  ${restarts}`,
    ...(oneWay === undefined ? [] : [`      ONE WAY   ${oneWay}`]),
    `      source    ${source}`,
  ].join("\n");

const planText = ({ steps, current }: UpgradePlan): string =>
  [
    ...(current.length > 0 ? [`As pinned: ${current.join(", ")}.`] : []),
    steps.length === 0 ? "There is nothing to upgrade." : steps.map(stepText).join("\n"),
  ].join("\n");

export const upgradePlanCommand: Command = {
  usage: "[--cluster NAME | --kubeconfig FILE | --stack NAME | --state FILE] [--<part> VERSION ...] [--json]",
  summary: "Name the steps from the versions that run to those of versions.json, in their order.",
  details: `Reads the versions of a cluster or of a stack, or takes them by flags, which come first:
${partNames.map((part) => `--${part}`).join(", ")}.
Says what must be backed up, what restarts, which steps have no way back, and which jumps are too far. Changes nothing.

  --kubeconfig FILE   the cluster of that file (default: the embedded cluster)
  --stack NAME        what the state of a stack says, by the pulumi on PATH; no cluster is asked
  --state FILE        the same of a file that pulumi stack export has written; - is stdin`,
  options: {
    ...Object.fromEntries(sources.map((source) => [source, { type: "string" as const }])),
    ...Object.fromEntries(partNames.map((part) => [part, { type: "string" as const }])),
  },
  run: async (context) => {
    const versions = await running(context);
    const plan = planUpgrade(versions, pinnedVersions);
    const problems = plan.problems.map(({ code, part, message, remedy }) => ({
      code,
      severity: "error" as const,
      path: part,
      message,
      remedy,
    }));
    return {
      ok: problems.length === 0,
      problems,
      data: { running: versions, pinned: pinnedVersions, steps: plan.steps, current: plan.current },
      text: planText(plan),
    };
  },
};
