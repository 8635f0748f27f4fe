import { outputPaths, type OutputPath } from "../../infra/output-paths.ts";
import { parseOutputs, SecretOutput } from "../../infra/read-outputs.ts";
import type { Command, CommandContext } from "../command.ts";
import { outputsDocument } from "../stack-outputs.ts";

/** A copy in which every secret is as it was read. */
const revealed = (value: unknown): unknown => {
  if (value instanceof SecretOutput) return value.isKnown ? value.reveal() : value.toString();
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, revealed(member)]));
};

const pathOf = ({ names }: OutputPath): string => names.join(".");

const flatten = (value: unknown, path: string): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => flatten(member, path === "" ? key : `${path}.${key}`))
    : [`${path} ${String(value)}`];

const text = (option: unknown): string | undefined => (typeof option === "string" ? option : undefined);

const run = async ({ cluster, options }: CommandContext) => {
  const [file, stack] = [text(options["file"]), text(options["stack"])];
  const showSecrets = options["show-secrets"] === true;
  const document = await outputsDocument({
    ...(file === undefined ? {} : { file }),
    ...(stack === undefined ? {} : { stack }),
    cluster,
    showSecrets,
  });
  const parsed = parseOutputs(document);
  if ("problems" in parsed) {
    const problems = parsed.problems.map(({ path, message }) => ({
      code: "outputs-invalid",
      severity: "error" as const,
      path,
      message,
      remedy: "apply the stack with this version of the program, or use the version that applied it",
    }));
    return { ok: false, problems };
  }
  const shown = showSecrets ? revealed(parsed.outputs) : (JSON.parse(JSON.stringify(parsed.outputs)) as unknown);
  return {
    ok: true,
    problems: [],
    data: {
      outputs: shown,
      secrets: outputPaths()
        .filter(({ isSecret }) => isSecret)
        .map(pathOf),
    },
    text: flatten(shown, "").join("\n"),
  };
};

export const outputsCommand: Command = {
  usage: "[--cluster NAME | --stack NAME | --file FILE] [--show-secrets] [--json]",
  summary: "Print a stack's outputs, checked against their schema.",
  details: `For CI and for the apps' tests: every output of docs/reference/outputs.schema.json, secrets as [secret] unless they are asked
for. Without a stack the embedded cluster's is read.

  --stack NAME     a stack of the pulumi on PATH
  --file FILE      what pulumi stack output --json has printed; - is stdin
  --show-secrets   secrets, too; do not let a log have them

--json prints {ok, problems, outputs, secrets}; secrets are the paths of the outputs that are secret.`,
  options: {
    stack: { type: "string" },
    file: { type: "string" },
    "show-secrets": { type: "boolean", default: false },
  },
  run,
};
