import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toolDir } from "../../../local/paths.ts";
import { createProgress } from "../../../local/progress.ts";
import { ensureTools } from "../../../local/toolchain/ensure-tools.ts";

let folder: string;
const silent = () => createProgress({ write: () => undefined });
/** What each build was given: where compiled packages lie, and how many builds had put something there before. */
const builds = (): string[] => readFileSync(join(folder, "builds"), "utf8").trim().split("\n");

/** A Go that puts a compiled package into its cache and a program into its output, and fails where it is told to. */
const go = (log: string, refused = "none"): string => `#!/bin/sh
[ "$1" = build ] || exit 0
name=$(basename "$PWD")
mkdir -p "$GOCACHE"
echo "$name $GOCACHE $(ls "$GOCACHE" | wc -l)" >> ${log}
touch "$GOCACHE/$name"
[ "$name" != ${refused} ] || { echo "no such package" >&2; exit 1; }
while [ "$1" != -o ]; do shift; done
mkdir -p "$2"; touch "$2/$name"
`;
const install = (refused?: string): void =>
  writeFileSync(join(folder, "bin/go"), go(join(folder, "builds"), refused), { mode: 0o755 });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ensure-tools-"));
  mkdirSync(join(folder, "bin"));
  vi.stubEnv("XDG_CACHE_HOME", folder);
  vi.stubEnv("PATH", [join(folder, "bin"), process.env["PATH"]].join(delimiter));
  install();
});
afterEach(() => vi.unstubAllEnvs());

test("what one tool's build compiled is there for the next, and gone when all are built", async () => {
  await ensureTools(["registry", "coredns"], silent());
  const compiled = join(folder, "todo-platform/build");
  expect(builds()).toEqual([`registry ${compiled} 0`, `coredns ${compiled} 1`]);
  expect(existsSync(compiled)).toBe(false);
  expect(existsSync(join(toolDir("coredns"), "bin/coredns"))).toBe(true);
});

test("a build that failed goes on with what it had compiled", async () => {
  install("coredns");
  await expect(ensureTools(["registry", "coredns"], silent())).rejects.toThrow("no such package");
  install();
  await ensureTools(["registry", "coredns"], silent());
  expect(builds().map((line) => line.replace(/ \S+ /, " "))).toEqual(["registry 0", "coredns 1", "coredns 2"]);
});

test("tools that are there are not built", async () => {
  await ensureTools(["registry"], silent());
  await ensureTools(["registry"], silent());
  expect(builds()).toHaveLength(1);
});
