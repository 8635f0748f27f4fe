import { relative } from "node:path";
import { build } from "esbuild";

/** What esbuild makes, by its path below `folder`. */
export async function esbuildFiles(folder, options) {
  const common = { bundle: true, format: "esm", legalComments: "none", sourcemap: false, logLevel: "warning" };
  const { outputFiles } = await build({ ...common, ...options, absWorkingDir: folder, outdir: folder, write: false });
  return outputFiles.map(({ path, contents }) => [relative(folder, path), Buffer.from(contents)]);
}
