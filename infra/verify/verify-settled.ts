import { setTimeout as sleep } from "node:timers/promises";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { verifyPlatform, type VerifyReport } from "./verify-platform.ts";

/** Findings that pass by themselves while pods start: not ready, too few, not answering yet, no trace server yet. */
const passing = ["TP0910", "TP0919", "TP0920", "TP0921"];

/** Longest wait for pods that start; with images there and databases to recover it takes well under a minute. */
const deadlineMs = 180_000;

/** Whether a report names something that is only on its way. */
export const isOnItsWay = (report: VerifyReport): boolean => report.problems.some(({ code }) => passing.includes(code));

/**
 * Verifies a platform that may still be starting, as after a restart of the cluster: repeats while pods are on their
 * way, at most three minutes.
 *
 * @param note told what is waited for.
 */
export const verifySettled = async (
  platform: PlatformSpec,
  kubeconfigPath: string,
  note: (text: string) => void,
): Promise<VerifyReport> => {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const report = await verifyPlatform(platform, kubeconfigPath);
    if (!isOnItsWay(report) || Date.now() > end) return report;
    note(`waiting for ${[...new Set(report.problems.map(({ path }) => path.split("/")[0]))].join(", ")}`);
    await sleep(2000);
  }
};
