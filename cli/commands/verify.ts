import { clusterFiles } from "../../local/cluster/cluster-files.ts";
import { verifyPlatform, type VerifyReport } from "../../infra/verify/verify-platform.ts";
import type { Command } from "../command.ts";
import { requireRunning } from "../running.ts";
import { localPlatform } from "../stack.ts";

/** The report as a table for people. */
export const verifyText = (report: VerifyReport): string => {
  const rows = report.apps.map(
    ({ app, sidecars, components, subscriptions }) =>
      `  ${app.padEnd(22)} ${sidecars} sidecar(s), ${components} component(s), ${subscriptions} subscription(s)`,
  );
  const verdict = report.ok ? "Everything is as the model says." : `${report.problems.length} problem(s) found.`;
  return `${rows.join("\n")}\n${verdict}`;
};

export const verifyCommand: Command = {
  usage: "[--cluster NAME] [--json]",
  summary: "Prove that every sidecar runs what the model says.",
  details: `Compares each sidecar's metadata with the model, and tries what metadata does not tell: allowed and refused calls,
readable and refused secrets, a state round trip, a delivery on each topic, a trace. Leaves nothing behind.`,
  run: async ({ cluster, progress }) => {
    await requireRunning(cluster);
    const report = await progress.step("verify", () =>
      verifyPlatform(localPlatform(cluster), clusterFiles(cluster).kubeconfig),
    );
    return { ok: report.ok, problems: report.problems, data: { apps: report.apps }, text: verifyText(report) };
  },
};
