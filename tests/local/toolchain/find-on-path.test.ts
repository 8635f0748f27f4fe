import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findOnPath, findVersionOnPath, mentionsVersion } from "../../../local/toolchain/find-on-path.ts";

test.each([
  ["v3.21.3+g1234", "3.21.3", true],
  ["Kubernetes v1.36.3", "1.36.3", true],
  ["CoreDNS-1.15.0\nlinux/amd64", "1.15.0", true],
  ["3.21.30", "3.21.3", false],
  ["13.21.3", "3.21.3", false],
  ["3x21y3", "3.21.3", false],
])("%j names version %s: %s", (text, version, expected) => {
  expect(mentionsVersion(text, version)).toBe(expected);
});

const fakeProgram = async (output: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "path-"));
  await writeFile(join(folder, "helm"), `#!/bin/sh\necho "${output}"\n`);
  await chmod(join(folder, "helm"), 0o755);
  return folder;
};

test("a program on PATH counts only in the pinned version", async () => {
  const folder = await fakeProgram("v3.21.3");
  await expect(findVersionOnPath("helm", ["version"], "3.21.3", folder)).resolves.toBe(join(folder, "helm"));
  await expect(findVersionOnPath("helm", ["version"], "3.21.4", folder)).resolves.toBeUndefined();
});

test("an empty entry of PATH does not mean the current folder", async () => {
  const folder = await fakeProgram("x");
  expect(findOnPath("helm", `:${folder}`)).toBe(join(folder, "helm"));
  expect(findOnPath("package.json", ":")).toBeUndefined();
});
