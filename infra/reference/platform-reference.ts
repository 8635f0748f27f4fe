import { toDiagram } from "../model/diagram.ts";
import { profiles } from "../model/profiles/profiles.ts";
import { targets } from "../model/targets.ts";
import { pageHead } from "./markdown.ts";

/** The page that draws the platform of every profile. */
export const platformReference = (): string =>
  [
    pageHead("The platform, drawn from its model"),
    ...Object.entries(profiles).map(
      ([name, build]) => `## Profile \`${name}\`\n\n\`\`\`mermaid\n${toDiagram(build(targets.local))}\n\`\`\``,
    ),
    "",
  ].join("\n\n");
