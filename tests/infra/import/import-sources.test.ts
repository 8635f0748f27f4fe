import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { format } from "prettier";
import { afterAll, describe, expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { importSources } from "../../../infra/import/import-sources.ts";
import { catalogueEntry } from "../../../infra/model/dapr/catalogue/catalogue.ts";
import { findField } from "../../../infra/model/dapr/catalogue/metadata-values.ts";
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

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { name?: string; namespace?: string };
  readonly spec?: { type?: string; version?: string; metadata?: { name: string; value?: unknown }[] };
  readonly scopes?: unknown;
  readonly auth?: unknown;
}

/** A manifest without what has no meaning: the order of metadata, empty values, other names of a field, open secrets. */
const essence = ({ apiVersion, kind, metadata, spec, scopes, auth }: Manifest) => {
  const entry = catalogueEntry(spec?.type ?? "", spec?.version ?? "v1");
  const items = (spec?.metadata ?? [])
    .filter(({ value }) => value !== "" && value !== null)
    .map(({ name, value, ...reference }) => {
      const field = entry && findField(entry, name);
      const said = field?.sensitive
        ? {}
        : {
            ...reference,
            ...(value === undefined ? {} : { value: typeof value === "string" ? value : JSON.stringify(value) }),
          };
      return { name: field?.name ?? name, ...said };
    });
  const byName = items.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inSpec = kind === "Component" ? { type: entry?.type, version: entry?.version, metadata: byName } : spec;
  return { apiVersion, kind, name: metadata?.name, namespace: metadata?.namespace, spec: inSpec, scopes, auth };
};

/** Placeholders of the documentation have no type that is not text. */
const clean = written.filter(
  ({ file }) =>
    lintSources([{ file, text: readFileSync(file, "utf8") }]).length === 0 && !file.includes("mcpserver-schema"),
);

describe("what import writes", () => {
  test("compiles, for every seed and every published sample", () => {
    expect(typeErrors(written.map(({ path }) => path))).toEqual([]);
  }, 120_000);

  test.each(written)("renders manifests without an error: $file", async ({ path }) => {
    const { manifests } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { manifests: object[] };
    const text = manifests.map((manifest) => stringify(manifest)).join("---\n");
    expect(lintSources([{ file: "rendered.yaml", text }]).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(clean)("keeps everything of what has no mistake: $file", async ({ file, path }) => {
    const { manifests } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { manifests: unknown[] };
    const originals = parseAllDocuments(readFileSync(file, "utf8"))
      .map((document) => document.toJS() as Manifest | null)
      .filter((manifest) => manifest?.apiVersion?.startsWith("dapr.io/"));
    expect(manifests.map((manifest) => essence(manifest as Manifest))).toEqual(originals.map((each) => essence(each!)));
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
