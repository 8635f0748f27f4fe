// Bundles the apps: apps/<app>/src/main.ts and what it imports become apps/<app>/dist/main.js, which needs Node and
// nothing else. The same sources give the same bytes. An argument names another folder than apps/ for what is made, further
// ones the apps that are meant; all by default.
import { readdir, readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { bundlePage } from "./build-page.mjs";
import { esbuildFiles } from "./esbuild-files.mjs";
import { fillFolder } from "./fill-folder.mjs";

const apps = import.meta.dirname;
const [target = apps, ...wanted] = process.argv.slice(2);
/** Packages in the old module format call `require`, which a module does not have; the names are no bundled package's. */
const banner = 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);';
/** Parts that pg and pino load only when asked for, and that are not installed. */
const external = ["pg-native", "cloudflare:sockets"];

const service = {
  entryPoints: ["src/main.ts"],
  platform: "node",
  target: "node24",
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  banner: { js: banner },
  // The same with its program inside, which would otherwise be looked for beside the bundle.
  alias: { "@platformatic/wasm-utils": "@platformatic/wasm-utils/bundled" },
  external,
};

/** Files of packages that an app hands out as they are: `bundledFiles` of its package.json. */
async function packageFiles(folder) {
  const manifest = join(folder, "package.json");
  const { bundledFiles = [] } = JSON.parse(await readFile(manifest, "utf8"));
  const { resolve } = createRequire(manifest);
  return Promise.all(bundledFiles.map(async (name) => [basename(name), await readFile(resolve(name))]));
}

async function bundle(app) {
  const folder = join(apps, app);
  const files = new Map([...(await esbuildFiles(folder, service)), ...(await packageFiles(folder))]);
  files.set("package.json", Buffer.from('{ "type": "module" }\n'));
  const web = join(folder, "web");
  const page = existsSync(join(web, "main.tsx")) ? await bundlePage(web) : new Map();
  for (const [name, content] of page) files.set(join("web", name), content);
  await fillFolder(join(target, app, "dist"), files);
}

const all = (await readdir(apps)).filter((name) => existsSync(join(apps, name, "src/main.ts"))).sort();
const names = wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));
const started = performance.now();
await Promise.all(names.map(bundle));
console.error(`bundled ${names.join(", ")} in ${Math.round(performance.now() - started)} ms`);
