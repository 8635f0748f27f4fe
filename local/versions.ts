import versions from "../versions.json" with { type: "json" };

/** A tool that `local/toolchain` provides. */
export type ToolName = keyof typeof versions.tools;

/** The pinned versions of everything that is not an npm package. */
export { versions };

/** Raised when a tool is built in another way at the same version: `2` from then on, nothing before. */
export function buildOf(tool: ToolName): number | undefined {
  const builds: { readonly [T in ToolName]?: number } = versions.toolBuilds;
  return builds[tool];
}

/** The pinned version of a tool, without a leading `v`. */
export function versionOf(tool: ToolName): string {
  return versions.tools[tool];
}
