import { todoTopology } from "@todo-platform/contracts";
import { expect } from "vitest";
import type { Problem } from "../../../infra/model/problems.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import { verifyPlatform } from "../../../infra/verify/verify-platform.ts";
import { eventually } from "./eventually.ts";
import type { Faults } from "./fault.ts";

/** `code path` of each problem; a pod's name is of no interest. */
export const toLines = (problems: readonly Problem[]): string[] =>
  [...new Set(problems.map(({ code, path }) => `${code} ${(path ?? "").replace(/pod\/.*/, "pod")}`))].sort();

/** What verify finds on the cluster, as lines. */
export const verifyLines = async (kubeconfig: string): Promise<string[]> => {
  const { problems } = await verifyPlatform(todoPlatform(targets.local), kubeconfig);
  return toLines(problems);
};

/**
 * Mends what was broken and waits until verify finds nothing. The pods start anew, since a sidecar that reloaded the
 * Resiliency sends no more spans.
 */
export const becomesGreen = async (faults: Faults, kubeconfig: string): Promise<void> => {
  await faults.mend();
  await faults.restart(...Object.keys(todoTopology.apps));
  await eventually(async () => expect(await verifyLines(kubeconfig)).toEqual([]), 120_000, 1000);
};
