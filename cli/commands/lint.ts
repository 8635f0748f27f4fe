import { readFileSync } from "node:fs";
import type { LintFinding } from "../../infra/lint/lint-finding.ts";
import { lintSources } from "../../infra/lint/lint-sources.ts";
import { jsonReport } from "../../infra/lint/reporters/json-report.ts";
import { sarifReport } from "../../infra/lint/reporters/sarif-report.ts";
import { textReport } from "../../infra/lint/reporters/text-report.ts";
import { unreadableCodes } from "../../infra/lint/yaml-problems.ts";
import { lintChecks } from "../../infra/model/checks/docs/lint-checks.ts";
import { daprVersions, defaultDaprVersion, type DaprVersion } from "../../infra/model/dapr/kinds/dapr-version.ts";
import type { Problem } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { readSources, type ReadSources } from "../read-sources.ts";

/** Wrong usage, or input that nothing can be said of. */
const usageExit = 2;

const usage = (message: string, remedy = "see todo-platform lint --help"): CommandResult => ({
  ok: false,
  problems: [{ code: "usage", severity: "error", message, remedy }],
  exitCode: usageExit,
});

const isDaprVersion = (text: unknown): text is DaprVersion => daprVersions.some((version) => version === text);

const packageVersion = (): string => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

const exitCodeOf = (findings: readonly LintFinding[], unread: readonly Problem[], strict: boolean): number => {
  if (unread.length > 0 || findings.some(({ code }) => unreadableCodes.includes(code))) return usageExit;
  return findings.some(({ severity }) => strict || severity === "error") ? 1 : 0;
};

const report = (
  { json, options }: CommandContext,
  { sources, problems }: ReadSources,
  findings: readonly LintFinding[],
): CommandResult => {
  const exitCode = exitCodeOf(findings, problems, options["strict"] === true);
  const ok = exitCode === 0;
  if (json) return { ok, problems: [...problems, ...jsonReport(findings)], data: { files: sources.length }, exitCode };
  if (options["sarif"] === true) {
    const text = JSON.stringify(sarifReport(findings, lintChecks(), packageVersion()), null, 2);
    return { ok, problems, text, exitCode };
  }
  const colour = process.stdout.isTTY === true && !process.env["NO_COLOR"];
  if (sources.length === 0) return { ok, problems, exitCode };
  return { ok, problems, text: textReport(findings, sources, { colour }), exitCode };
};

export const lintCommand: Command = {
  usage: "<file, folder or -> ... [--dapr 1.16|1.17|1.18] [--strict] [--json | --sarif]",
  summary: "Find mistakes in existing Dapr YAML, each with its line and remedy.",
  details: `Reads components, Configurations, Subscriptions, Resiliency and the other kinds of dapr.io, and the dapr.io annotations
of workloads: each for itself and all together, so name everything that belongs to a platform at once. Folders are
searched for *.yaml and *.yml; - is stdin. Other objects are left alone. Nothing is started and nothing is changed.

  --dapr VERSION   the release that will run it (default: ${defaultDaprVersion})
  --strict         warnings fail, too
  --sarif          SARIF 2.1.0 on stdout, for code review

Exits 0 without errors, 1 with findings, 2 on wrong usage or when something could not be read. Helm templates are
rendered first: helm template <chart> | todo-platform lint -`,
  options: {
    dapr: { type: "string", default: defaultDaprVersion },
    strict: { type: "boolean", default: false },
    sarif: { type: "boolean", default: false },
  },
  run: (context) => {
    const { args, json, options } = context;
    const { dapr, sarif } = options;
    if (args.length === 0) return Promise.resolve(usage("name a file, a folder, or - for stdin"));
    if (json && sarif === true)
      return Promise.resolve(usage("--json and --sarif are two forms of one report: choose one"));
    if (!isDaprVersion(dapr))
      return Promise.resolve(usage(`'${dapr}' is no known release`, `use one of ${daprVersions.join(", ")}`));
    const read = readSources(args);
    return Promise.resolve(report(context, read, lintSources(read.sources, { dapr })));
  },
};
