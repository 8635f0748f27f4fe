import { writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { importSources } from "../../infra/import/import-sources.ts";
import { unreadableCodes } from "../../infra/lint/yaml-problems.ts";
import { daprVersions, defaultDaprVersion, type DaprVersion } from "../../infra/model/dapr/kinds/dapr-version.ts";
import { repositoryRoot } from "../../local/paths.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { readSources } from "../read-sources.ts";

/** Wrong usage, or input that nothing can be made of. */
const usageExit = 2;

const usage = (message: string, remedy = "see todo-platform import --help"): CommandResult => ({
  ok: false,
  problems: [{ code: "usage", severity: "error", message, remedy }],
  exitCode: usageExit,
});

const isDaprVersion = (text: unknown): text is DaprVersion => daprVersions.some((version) => version === text);

/** How a file imports the typed model. */
const modelFrom = (file: string | undefined): string => {
  const folder = file === undefined ? process.cwd() : dirname(resolve(file));
  const path = relative(folder, `${repositoryRoot}/infra/model/dapr`).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
};

const save = (file: string, text: string): CommandResult | undefined => {
  try {
    writeFileSync(file, text);
    return undefined;
  } catch (failure) {
    const reason = (failure as NodeJS.ErrnoException).code ?? "unknown";
    return usage(`${file} cannot be written (${reason})`, "name a file in a folder that is there");
  }
};

const run = ({ args, options, json }: CommandContext): CommandResult => {
  const { dapr, out } = options;
  if (args.length === 0) return usage("name a file, a folder, or - for stdin");
  if (!isDaprVersion(dapr)) return usage(`'${dapr}' is no known release`, `use one of ${daprVersions.join(", ")}`);
  const outFile = typeof out === "string" ? out : undefined;
  const { sources, problems } = readSources(args);
  if (sources.length === 0) return { ok: false, problems, exitCode: usageExit };
  const imported = importSources(sources, { dapr, model: modelFrom(outFile) });
  const unread = imported.problems
    .filter(({ code }) => unreadableCodes.includes(code) || code === "TP0703")
    .map(({ code, severity, file, line, message, remedy }) => ({
      ...{ code, severity, path: `${file}:${line}`, message, remedy },
    }));
  const ok = problems.length === 0 && unread.length === 0;
  const exitCode = ok ? 0 : usageExit;
  const failed = outFile === undefined ? undefined : save(outFile, imported.typescript);
  if (failed) return failed;
  if (json) return { ok, problems: [...problems, ...unread], data: { typescript: imported.typescript }, exitCode };
  const written = outFile === undefined ? imported.typescript.trimEnd() : `${outFile}: written.`;
  return { ok, problems: [...problems, ...unread], text: written, exitCode };
};

export const importCommand: Command = {
  usage: "<file, folder or -> ... [--out FILE] [--dapr 1.16|1.17|1.18] [--json]",
  summary: "Write the typed TypeScript of existing Dapr YAML, its mistakes corrected.",
  details: `Each object becomes a call of the typed constructors. A mistake whose right value is certain is corrected under a
comment that says what was there; what is not certain is left out or filled in under a TODO with the remedy. Inline
secrets become references to Secrets that the comment names. Workloads and other objects are left alone.

  --out FILE       write there instead of to stdout; imports of the model are relative to it
  --dapr VERSION   the release that will run it (default: ${defaultDaprVersion})

Exits 0 when everything was read, 2 on wrong usage or when something could not be read.`,
  options: { dapr: { type: "string", default: defaultDaprVersion }, out: { type: "string" } },
  run: (context) => Promise.resolve(run(context)),
};
