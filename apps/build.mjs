// Bundles the apps: apps/<app>/src/main.ts and what it imports become apps/<app>/dist/main.js, which needs Node and
// nothing else. The same sources give the same bytes.
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const apps = import.meta.dirname;
/** Packages in the old module format call `require`, which a module does not have. */
const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
/** Parts that pg and pino load only when asked for, and that are not installed. */
const external = ["pg-native", "cloudflare:sockets"];

async function bundle(app) {
  const folder = join(apps, app);
  const dist = join(folder, "dist");
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await build({
    absWorkingDir: folder,
    entryPoints: ["src/main.ts"],
    outfile: join(dist, "main.js"),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    legalComments: "none",
    sourcemap: false,
    banner: { js: banner },
    external,
    logLevel: "warning",
  });
  await writeFile(join(dist, "package.json"), '{ "type": "module" }\n');
  if (existsSync(join(folder, "web"))) await cp(join(folder, "web"), join(dist, "web"), { recursive: true });
}

const names = (await readdir(apps)).filter((name) => existsSync(join(apps, name, "src/main.ts"))).sort();
const started = performance.now();
await Promise.all(names.map(bundle));
console.error(`bundled ${names.join(", ")} in ${Math.round(performance.now() - started)} ms`);
