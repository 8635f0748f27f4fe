import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { renderTarget, type Layout } from "../infra/render/render-target.ts";
import type { RenderedFile } from "../infra/render/rendered-file.ts";
import { repositoryRoot } from "../local/paths.ts";
import { UserError } from "../local/user-error.ts";
import { createMadeValues } from "./made-values.ts";
import { projectConfig } from "./project-config.ts";

/** Targets whose cluster is there already; what a cloud's stack makes is known only after it was made. */
export const clusterTargets = { local: "Pulumi.local.yaml", minikube: "Pulumi.dev.yaml" } as const;
export type ClusterTarget = keyof typeof clusterTargets;

/** What is exported, and how. */
export interface TargetExportArgs {
  readonly folder: string;
  readonly target: ClusterTarget;
  readonly layout: Layout;
  readonly registry: string | undefined;
  /** File with the apps' images by their names, such as the stack output `images`. */
  readonly images: string | undefined;
}

const refuse = (path: string, value: unknown, message: string, remedy: string): never => {
  throw new UserError([{ code: "usage", severity: "error", path, value, message, remedy }]);
};

const imageMap = z.record(z.string(), z.string().min(1));

const readImages = (file: string): Readonly<Record<string, string>> => {
  const wanted = 'a JSON object such as {"todo-backend": "registry.example.com/todo-backend@sha256:..."}';
  try {
    return imageMap.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (failure) {
    const reason = (failure as NodeJS.ErrnoException).code ?? "is not of the form that is needed";
    return refuse("--images", file, `cannot be used (${reason})`, `name a file with ${wanted}`);
  }
};

const versionOfProject = (): string =>
  (JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as { version: string }).version;

/** Config of the target's stack, with a registry of one's own. */
const configOf = (target: ClusterTarget, registry: string | undefined): Record<string, unknown> => {
  const { config } = parse(readFileSync(join(repositoryRoot, clusterTargets[target]), "utf8")) as {
    config: Record<string, unknown>;
  };
  return { ...projectConfig(config), ...(registry === undefined ? {} : { registry }) };
};

/** Makes the export of a target for a folder; passwords and keys that an earlier one made there stay. */
export const targetExport = async (args: TargetExportArgs): Promise<RenderedFile[]> => {
  const { folder, target, layout } = args;
  const config = configOf(target, args.registry);
  const version = versionOfProject();
  const images = args.images === undefined ? undefined : readImages(args.images);
  if (images === undefined && typeof config["registry"] !== "string")
    refuse("--registry", undefined, "is missing", "name where the apps' images are: --registry registry.example.com");
  const imageOf = (app: string): string =>
    images?.[app] ??
    (images === undefined
      ? `${String(config["registry"])}/${app}:${version}`
      : refuse("--images", args.images, `has no image for ${app}`, "add it to the file"));
  const made = createMadeValues(join(folder, ".made-values.json"));
  const files = await renderTarget({
    config: { registry: "none", ...config },
    layout,
    version,
    imageOf,
    maker: made.maker,
  });
  return [...files, { path: ".made-values.json", text: made.toText(), secret: true }];
};
