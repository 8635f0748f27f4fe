import versions from "../versions.json" with { type: "json" };

/** A tool that `local/toolchain` provides. */
export type ToolName = keyof typeof versions.tools;

/** The pinned versions of everything that is not an npm package. */
export { versions };

/** The pinned version of a tool, without a leading `v`. */
export function versionOf(tool: ToolName): string {
  return versions.tools[tool];
}
