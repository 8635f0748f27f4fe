// Bundles a page: web/main.tsx and web/style.css become one small file each; what else it needs is taken as it is.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { esbuildFiles } from "./esbuild-files.mjs";

const page = {
  entryPoints: ["main.tsx", "style.css"],
  platform: "browser",
  target: ["es2022", "chrome123", "firefox121", "safari17.5"],
  minify: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
};

/** The files of the page in folder `web`, by name. */
export async function bundlePage(web) {
  const files = new Map(await esbuildFiles(web, page));
  for (const name of ["index.html", "icon.svg"]) files.set(name, await readFile(join(web, name)));
  return files;
}
