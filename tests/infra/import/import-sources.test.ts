import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { importSources } from "../../../infra/import/import-sources.ts";
import { lintSources } from "../../../infra/lint/lint-sources.ts";
import { typeErrors } from "./type-check.ts";

const fixtures = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join(folder, file));

const folder = mkdtempSync(join(tmpdir(), "import-"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
afterAll(() => rmSync(folder, { recursive: true }));

const model = join(process.cwd(), "infra/model/dapr");

const typescriptOf = (file: string, text: string): string => importSources([{ file, text }], { model }).typescript;

const written = [...fixtures("tests/infra/lint/seeds"), ...fixtures("tests/infra/lint/published")].map((file) => {
  const path = join(folder, `${basename(file, ".yaml")}.ts`);
  const typescript = typescriptOf(basename(file), readFileSync(file, "utf8"));
  writeFileSync(path, typescript);
  return { file, path, typescript };
});

describe("what import writes", () => {
  test("compiles, for every seed and every published sample", () => {
    expect(typeErrors(written.map(({ path }) => path))).toEqual([]);
  }, 120_000);

  test.each(written)("renders manifests without an error: $file", async ({ path }) => {
    const { manifests } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { manifests: object[] };
    const text = manifests.map((manifest) => stringify(manifest)).join("---\n");
    expect(lintSources([{ file: "rendered.yaml", text }]).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(written)("has no cast, any or raw metadata where a field is known: $file", ({ typescript }) => {
    const code = typescript.replaceAll(/^\s*\/\/.*$/gm, "").replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(code.match(/\bas\b|\bany\b|<[A-Z]|satisfies|@ts-/g) ?? []).toEqual([]);
    expect(code.includes("extraMetadata")).toBe(typescript.includes("middleware.http.routeralias"));
  });

  test.each(written)("is laid out as Prettier would: $file", async ({ typescript }) => {
    expect(typescript).toBe(await format(typescript, { parser: "typescript", printWidth: 120 }));
  });
});
