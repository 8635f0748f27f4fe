import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeExport } from "../../cli/write-export.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "export-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const file = (path: string, text = path) => ({ path, text });
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".todo-platform-export")
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

test("an export takes away what an earlier one wrote and leaves what others added", async () => {
  await writeExport(root, [file("a"), file("deep/b")]);
  writeFileSync(join(root, "mine"), "");
  await writeExport(root, [file("a", "new"), file("c")]);
  expect(filesIn(root)).toEqual(["a", "c", "mine"]);
  expect(readFileSync(join(root, "a"), "utf8")).toBe("new");
});

test("a folder with other files is refused, and nothing in it is touched", async () => {
  writeFileSync(join(root, "a"), "precious");
  await expect(writeExport(root, [file("a")])).rejects.toThrow(
    /holds files that no export wrote\n.*name an empty folder/,
  );
  expect(readFileSync(join(root, "a"), "utf8")).toBe("precious");
});

test("files with secrets are their owner's alone, also when an open one was there before", async () => {
  await writeExport(root, [file("secrets.json")]);
  await writeExport(root, [{ ...file("secrets.json"), secret: true }]);
  expect((statSync(join(root, "secrets.json")).mode & 0o777).toString(8)).toBe("600");
});
