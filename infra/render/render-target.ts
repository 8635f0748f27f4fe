import { program } from "../program.ts";
import { project } from "../config.ts";
import { helmLayout } from "./layouts/helm-layout.ts";
import { kustomizeLayout } from "./layouts/kustomize-layout.ts";
import { plainLayout } from "./layouts/plain-layout.ts";
import { recordResources, type Maker } from "./record-resources.ts";
import type { RenderedFile } from "./rendered-file.ts";
import { toRenderedPlatform } from "./rendered-platform.ts";

/** How the files of an export are laid out. */
export const layouts = ["plain", "kustomize", "helm"] as const;
export type Layout = (typeof layouts)[number];

/** What {@link renderTarget} needs. */
export interface RenderTargetArgs {
  /** The stack's config, without the project's name in its keys. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly layout: Layout;
  /** Version of a chart. */
  readonly version: string;
  /** Reference of an app's image. */
  readonly imageOf: (app: string) => string;
  /** Makes passwords, keys and certificates. */
  readonly maker: Maker;
}

const imageType = "docker-build:index:Image";

/** As the engine hands it over. */
const toText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What a stack would put into its cluster, as files. */
export const renderTarget = async (args: RenderTargetArgs): Promise<RenderedFile[]> => {
  const images: Record<string, string> = {};
  const maker: Maker = (resource) => {
    if (resource.type !== imageType) return args.maker(resource);
    const app = resource.name.replace(/-image-build$/, "");
    const ref = args.imageOf(app);
    images[app] = ref;
    return { ref };
  };
  const config = Object.fromEntries(
    Object.entries(args.config).map(([key, value]) => [`${project}:${key}`, toText(value)]),
  );
  const platform = toRenderedPlatform(await recordResources(config, program, maker));
  // A program registers its resources in no fixed order.
  const inOrder = Object.fromEntries(Object.entries(images).sort(([a], [b]) => (a < b ? -1 : 1)));
  switch (args.layout) {
    case "plain":
      return plainLayout(platform);
    case "kustomize":
      return kustomizeLayout(platform, inOrder);
    case "helm":
      return helmLayout(platform, inOrder, { name: project, version: args.version });
  }
};
