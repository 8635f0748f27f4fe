import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { pinnedVersions } from "../../infra/upgrades/pinned-versions.ts";
import { runningVersions, type RunningWorkload } from "../../infra/upgrades/running-versions.ts";
import { partNames } from "../../infra/upgrades/upgrade-parts.ts";
import { planUpgrade, type PartVersions, type PlanStep, type UpgradePlan } from "../../infra/upgrades/upgrade-plan.ts";
import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { toolDir } from "../../local/paths.ts";
import type { Command, CommandContext } from "../command.ts";
import { requireRunning } from "../running.ts";

const execute = promisify(execFile);

const ofCluster = async (kubeconfig: string): Promise<PartVersions> => {
  const kubectl = async <T>(...args: string[]): Promise<T> => {
    const all = ["--kubeconfig", kubeconfig, ...args, "-o", "json"];
    const { stdout } = await execute(join(toolDir("kubernetes"), "bin/kubectl"), all, { maxBuffer: 2 ** 28 });
    return JSON.parse(stdout) as T;
  };
  const { serverVersion } = await kubectl<{ serverVersion: { gitVersion: string } }>("version");
  const { items } = await kubectl<{ items: RunningWorkload[] }>("get", "deployments,statefulsets", "-A");
  return runningVersions(items, serverVersion.gitVersion);
};

const given = ({ options }: CommandContext): PartVersions =>
  Object.fromEntries(partNames.flatMap((part) => (typeof options[part] === "string" ? [[part, options[part]]] : [])));

/** Versions given by flags; without any, those of a cluster. */
const running = async (context: CommandContext): Promise<PartVersions> => {
  const flags = given(context);
  const { kubeconfig } = context.options;
  if (Object.keys(flags).length > 0 && typeof kubeconfig !== "string") return flags;
  if (typeof kubeconfig === "string") return { ...(await ofCluster(kubeconfig)), ...flags };
  await requireRunning(context.cluster);
  return ofCluster(clusterFiles(context.cluster).kubeconfig);
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
  usage: "[--cluster NAME | --kubeconfig FILE] [--<part> VERSION ...] [--json]",
  summary: "Name the steps from the versions that run to those of versions.json, in their order.",
  details: `Reads the versions of a cluster, or takes them by flags: ${partNames.map((part) => `--${part}`).join(", ")}.
Says what must be backed up, what restarts, which steps have no way back, and which jumps are too far. Changes nothing.`,
  options: {
    kubeconfig: { type: "string" },
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
