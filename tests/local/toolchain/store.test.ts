import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { store } from "../../../local/toolchain/store.ts";

const freshFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), "store-")), "tool-1.0.0");

test("a folder that several ask for at once is made once", async () => {
  const folder = await freshFolder();
  let made = 0;
  const make = async (temporary: string): Promise<void> => {
    made += 1;
    await sleep(50);
    await writeFile(join(temporary, "program"), "binary");
  };
  await Promise.all([store(folder, make), store(folder, make), store(folder, make)]);
  expect(made).toBe(1);
  await expect(readFile(join(folder, "program"), "utf8")).resolves.toBe("binary");
});

test("a build that fails leaves no folder, and the next one starts clean", async () => {
  const folder = await freshFolder();
  const broken = async (temporary: string): Promise<void> => {
    await writeFile(join(temporary, "half"), "x");
    throw new Error("compiler says no");
  };
  await expect(store(folder, broken)).rejects.toThrow("compiler says no");
  expect(existsSync(folder)).toBe(false);
  await store(folder, (temporary) => writeFile(join(temporary, "whole"), "x"));
  await expect(readdir(folder)).resolves.toEqual(["whole"]);
});

test("what an interrupted run left in the temporary folder is not stored", async () => {
  const folder = await freshFolder();
  await mkdir(`${folder}.tmp`, { recursive: true });
  await writeFile(join(`${folder}.tmp`, "leftover"), "x");
  await store(folder, (temporary) => writeFile(join(temporary, "program"), "x"));
  await expect(readdir(folder)).resolves.toEqual(["program"]);
});
