import { setTimeout as sleep } from "node:timers/promises";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { ClusterView } from "./cluster-view.ts";
import { verifyPlatform, type VerifyReport } from "./verify-platform.ts";

/** Findings that pass by themselves while pods start: not ready, too few, not answering yet, no trace server yet. */
const passing = ["TP0910", "TP0919", "TP0920", "TP0921"];

/** Longest wait for pods that start; with images there and databases to recover it takes well under a minute. */
const deadlineMs = 180_000;

/** Whether a report names something that is only on its way. */
export const isOnItsWay = (report: VerifyReport): boolean => report.problems.some(({ code }) => passing.includes(code));

/** Pods of an earlier rollout share their apps' events until they have ended. */
const untilEnded = async (
  { namespace }: PlatformSpec,
  kubeconfigPath: string,
  end: number,
  note: (text: string) => void,
): Promise<void> => {
  await using cluster = ClusterView.open(kubeconfigPath, namespace);
  while (Date.now() < end) {
    const ending = await cluster.ending();
    if (ending.length === 0) return;
    note(`waiting for the end of ${ending.join(", ")}`);
    await sleep(1000);
  }
};

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
  await untilEnded(platform, kubeconfigPath, end, note);
  for (;;) {
    const report = await verifyPlatform(platform, kubeconfigPath);
    if (!isOnItsWay(report) || Date.now() > end) return report;
    note(`waiting for ${[...new Set(report.problems.map(({ path }) => path.split("/")[0]))].join(", ")}`);
    await sleep(2000);
  }
};
