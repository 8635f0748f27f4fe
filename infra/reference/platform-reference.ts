import { toMermaid } from "../graph/mermaid.ts";
import { platformGraph } from "../graph/platform-graph.ts";
import { toSvg } from "../graph/svg.ts";
import { profiles } from "../model/profiles/profiles.ts";
import { targets } from "../model/targets.ts";
import { pageHead } from "./markdown.ts";

/** The picture of the Todo platform itself. */
export const platformPicture = (): string => toSvg(platformGraph(profiles.default(targets.local)), "The Todo platform");

/** The page that draws the platform of every profile. */
export const platformReference = (): string =>
  [
    pageHead("The platform, drawn from its model"),
    "The same as a picture or as data: `npx todo-platform graph --format svg|json`.",
    "![The Todo platform](platform.svg)",
    ...Object.entries(profiles).map(
      ([name, build]) =>
        `## Profile \`${name}\`\n\n\`\`\`mermaid\n${toMermaid(platformGraph(build(targets.local)))}\n\`\`\``,
    ),
    "",
  ].join("\n\n");
