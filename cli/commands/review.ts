import { readFileSync, writeFileSync } from "node:fs";
import { risks, type Risk } from "../../infra/review/effects/effect.ts";
import { jsonReport } from "../../infra/review/render/json-report.ts";
import { commentLimit, markdownReport } from "../../infra/review/render/markdown-report.ts";
import { sarifReport } from "../../infra/review/render/sarif-report.ts";
import { reviewPreview, type ReviewReport } from "../../infra/review/report.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { previewFrom } from "../review-input.ts";

const formats = ["markdown", "json", "sarif"] as const;
const gates = ["never", ...risks] as const;

const usage = (message: string): UserError =>
  new UserError([{ code: "usage", severity: "error", message, remedy: "see todo-platform review --help" }]);

const text = (option: unknown): string | undefined => (typeof option === "string" ? option : undefined);

const oneOf = <Name extends string>(option: string, value: unknown, known: readonly Name[]): Name => {
  const found = known.find((name) => name === value);
  if (found === undefined) throw usage(`'${String(value)}' is no ${option}: ${known.join(", ")}`);
  return found;
};

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** Whether a report must not pass: a refused policy, an error of the preview, or a risk that is as bad as the gate. */
const isRefused = ({ risk, violations, diagnostics, effects }: ReviewReport, gate: "never" | Risk): boolean =>
  violations.some(({ enforcement }) => enforcement === "mandatory") ||
  diagnostics.some(({ severity }) => severity === "error") ||
  (gate !== "never" && effects.length > 0 && risks.indexOf(risk) <= risks.indexOf(gate));

const render = (report: ReviewReport, { options }: CommandContext): string => {
  const format = oneOf("format", options["format"], formats);
  const title = text(options["title"]) ?? "What this change does";
  const limit = Number(options["limit"]);
  if (!Number.isInteger(limit) || limit < 500)
    throw usage(`'${String(options["limit"])}' is no number of characters from 500 on`);
  switch (format) {
    case "markdown":
      return markdownReport(report, title, limit);
    case "json":
      return `${JSON.stringify(jsonReport(report), null, 2)}\n`;
    case "sarif": {
      const file = text(options["sarif-file"]) ?? "Pulumi.yaml";
      return `${JSON.stringify(sarifReport(report, file, packageVersion()), null, 2)}\n`;
    }
  }
};

const deliver = (file: string | undefined, rendered: string): Pick<CommandResult, "text"> => {
  if (file === undefined) return { text: rendered.trimEnd() };
  try {
    writeFileSync(file, rendered);
  } catch (failure) {
    throw usage(`${file}: ${(failure as Error).message}`);
  }
  return { text: `wrote ${file}` };
};

const run = async (context: CommandContext): Promise<CommandResult> => {
  const { args, options, cluster, json } = context;
  const [file, ...others] = args;
  const [stack, policyPack] = [text(options["stack"]), text(options["policy-pack"])];
  if (others.length > 0) throw usage("name one file");
  const gate = oneOf("risk", options["fail-on"], gates);
  oneOf("format", options["format"], formats);
  const preview = await previewFrom({
    ...(file === undefined ? {} : { file }),
    ...(stack === undefined ? {} : { stack }),
    ...(policyPack === undefined ? {} : { policyPack }),
    cluster,
  });
  const report = reviewPreview(preview);
  const ok = !isRefused(report, gate);
  const delivered = deliver(text(options["out"]), render(report, context));
  return { ok, problems: [], ...(json ? { data: jsonReport(report) } : delivered) };
};

export const reviewCommand: Command = {
  usage: "[FILE | --stack NAME | --cluster NAME] [--format markdown|json|sarif] [--out FILE] [--fail-on RISK] [--json]",
  summary: "Say what a change does, in Dapr's terms: effects, risks, policies, resources, graph.",
  details: `Reads a preview of pulumi: its event log (--event-log), or what preview --json --show-sames printed; - is stdin. Without
a file it runs the preview itself. Applies nothing.

  --stack NAME         a stack of the pulumi on PATH; otherwise the embedded cluster's
  --policy-pack DIR    policies that judge the preview, when it is run here (default: policies)
  --format FORMAT      markdown (default, for a comment), json or sarif (for code review)
  --out FILE           write the report there; --json still prints {ok, problems, ...}
  --title TEXT         heading of the Markdown
  --limit N            characters that the Markdown may have (default: ${commentLimit}, what a comment of GitHub takes)
  --sarif-file FILE    file at which code review shows the findings (default: Pulumi.yaml)
  --fail-on RISK       exit with 1 at this risk or a worse one: ${gates.join(", ")} (default: never)

Risks: data-loss (lost, not found any more, handled twice or out of order), downtime, restart, none. A mandatory policy
that is violated and a preview that fails always exit with 1.`,
  options: {
    stack: { type: "string" },
    "policy-pack": { type: "string" },
    format: { type: "string", default: "markdown" },
    out: { type: "string" },
    title: { type: "string" },
    limit: { type: "string", default: String(commentLimit) },
    "sarif-file": { type: "string" },
    "fail-on": { type: "string", default: "never" },
  },
  run,
};
