import { driftReport, driftText } from "../../infra/drift/drift-report.ts";
import type { Command } from "../command.ts";
import { driftPreviews, liveObjects, type DriftSource } from "../drift-input.ts";

const text = (option: unknown): string | undefined => (typeof option === "string" ? option : undefined);

export const driftCommand: Command = {
  usage: "[--cluster NAME | --stack NAME [--kubeconfig FILE]] [--json]",
  summary: "Compare model, state and cluster, and say who changed what.",
  details: `Asks the engine twice and changes nothing: what the program would change (model against state), and what a refresh would take
over (state against cluster). Of each changed field the API server knows who set it and when (managedFields).

  --stack NAME        a stack of the pulumi on PATH; otherwise the embedded cluster's
  --kubeconfig FILE   cluster of that stack; without it nobody is named

Exits 0 when all three agree, 1 when they do not. --json prints {ok, problems, unapplied, drifted}.`,
  options: { stack: { type: "string" }, kubeconfig: { type: "string" } },
  run: async ({ cluster, options, progress }) => {
    const [stack, kubeconfig] = [text(options["stack"]), text(options["kubeconfig"])];
    const source: DriftSource = {
      ...(stack === undefined ? {} : { stack }),
      ...(kubeconfig === undefined ? {} : { kubeconfig }),
      cluster,
    };
    const { preview, refresh } = await progress.step("compare", () => driftPreviews(source));
    const report = driftReport(preview, refresh, await liveObjects(refresh, source));
    const ok = report.unapplied.length === 0 && report.drifted.length === 0;
    return { ok, problems: [], data: { ...report }, text: driftText(report) };
  },
};
