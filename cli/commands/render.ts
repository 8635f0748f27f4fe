import { resolve } from "node:path";
import { remedyForName } from "../../infra/model/names.ts";
import { layouts, type Layout } from "../../infra/render/render-target.ts";
import type { RenderedFile } from "../../infra/render/rendered-file.ts";
import { UserError } from "../../local/user-error.ts";
import type { Command, CommandContext, CommandResult } from "../command.ts";
import { standaloneExport } from "../standalone-export.ts";
import { clusterTargets, targetExport, type ClusterTarget } from "../target-export.ts";
import { writeExport } from "../write-export.ts";

const renderTargets = [...(Object.keys(clusterTargets) as ClusterTarget[]), "standalone"] as const;

type Options = CommandContext["options"];

const problem = (path: string, value: unknown, message: string, remedy: string) =>
  ({ code: "usage", severity: "error", path, value, message, remedy }) as const;

const isOne = <Name extends string>(names: readonly Name[], value: unknown): value is Name =>
  names.some((name) => name === value);

/** Everything that is wrong with what was asked, at once. */
const refuseWrong = ({ target, layout, out }: Options): void => {
  const problems = [
    ...(isOne(renderTargets, target)
      ? []
      : [
          problem(
            "--target",
            target,
            target === "aks" || target === "doks"
              ? "has addresses that only its stack makes, so nothing can be written before it"
              : "is no target of an export",
            remedyForName(String(target ?? ""), renderTargets, "targets"),
          ),
        ]),
    ...(isOne(layouts, layout)
      ? []
      : [problem("--layout", layout, "is no layout", remedyForName(String(layout), layouts, "layouts"))]),
    ...(typeof out === "string"
      ? []
      : [problem("--out", out, "is missing", "name the folder to write: --out platform")]),
  ];
  if (problems.length > 0) throw new UserError(problems);
};

const textOf = (value: Options[string]): string | undefined => (typeof value === "string" ? value : undefined);

const filesOf = async (folder: string, options: Options): Promise<readonly RenderedFile[]> => {
  const { target, layout } = options;
  if (target === "standalone") return (await standaloneExport(folder, String(options["port-offset"]))).files;
  return targetExport({
    folder,
    target: target as ClusterTarget,
    layout: layout as Layout,
    registry: textOf(options["registry"]),
    images: textOf(options["images"]),
  });
};

const run = async ({ options, json }: CommandContext): Promise<CommandResult> => {
  refuseWrong(options);
  const folder = resolve(String(options["out"]));
  const files = await filesOf(folder, options);
  await writeExport(folder, files);
  const data = { folder, files: files.map(({ path }) => path).sort() };
  const text = `${folder}: ${files.length} files written; README.md there says how to use them.`;
  return { ok: true, problems: [], data, ...(json ? {} : { text }) };
};

export const renderCommand: Command = {
  usage: "--target TARGET --out DIR [--layout plain|kustomize|helm] [--registry R | --images FILE] [--json]",
  summary: "Write the platform as files for tools that know nothing of Pulumi.",
  details: `  local, minikube    what the stack would put into its cluster, for GitOps or any other cluster
  standalone         a run file for \`dapr run -f\`, with its resources, Configurations and secrets

  --layout NAME      plain YAML, a Kustomize base, or a Helm chart with Dapr as its dependency (default: plain)
  --registry R       where the apps' images are; their tag is the version of this package
  --images FILE      JSON with the image of each app instead, such as the stack output \`images\`
  --out DIR          an empty folder, or one that an earlier export wrote
  --port-offset N    standalone: is added to every port (default: 0)`,
  options: {
    target: { type: "string" },
    layout: { type: "string", default: "plain" },
    registry: { type: "string" },
    images: { type: "string" },
    out: { type: "string" },
    "port-offset": { type: "string", default: "0" },
  },
  run,
};
