import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && !file.endsWith(".d.ts"));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /^(?:import|export)[^;]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gm,
    ),
  ].map((match) => {
    const source = match[1] ?? match[2] ?? "";
    return source.startsWith(".") ? relative(process.cwd(), join(dirname(file), source)) : source;
  });

/** Imports that a folder's rule does not allow, as `file -> import`. */
const violations = (folder: string, allowed: (source: string) => boolean): string[] =>
  files
    .filter((file) => file.startsWith(folder))
    .flatMap((file) =>
      importsOf(file)
        .filter((source) => !allowed(source))
        .map((source) => `${file} -> ${source}`),
    );

const isGenerator = (file: string): boolean => /\/(generator\/|generate\.ts|crds\/releases\.ts)/.test(file);

const isNode = (source: string): boolean => source.startsWith("node:");

describe("data flows in one direction", () => {
  test("contracts know nothing but zod", () => {
    expect(violations("apps/contracts/", (source) => source === "zod" || source.startsWith("apps/contracts/"))).toEqual(
      [],
    );
  });

  test("the model knows contracts, zod and itself, and no Pulumi; generators of its data know what they read, too", () => {
    const allowed = (source: string): boolean =>
      ["@todo-platform/contracts", "zod"].includes(source) ||
      // Types and builders of Grafana's own JSON, and nothing that reaches out.
      source.startsWith("@grafana/grafana-foundation-sdk/") ||
      source.startsWith("infra/model/") ||
      isNode(source);
    const found = violations("infra/model/", allowed);
    expect(found.filter((violation) => !isGenerator(violation))).toEqual([]);
    expect(found.filter((violation) => !/ -> (yaml|versions\.json|infra\/crds\/)/.test(violation))).toEqual([]);
  });

  test("nothing but a generator imports a generator", () => {
    const users = files.filter((file) => file.startsWith("infra/") && !isGenerator(file));
    expect(users.filter((file) => importsOf(file).some((source) => isGenerator(source)))).toEqual([]);
  });

  test("resources hold no logic: they know Pulumi, and of the model only types", () => {
    const own = ["@pulumi/", "infra/model/", "infra/resources/"];
    expect(violations("infra/resources/", (source) => own.some((start) => source.startsWith(start)))).toEqual([]);
    const logic = files
      .filter((file) => file.startsWith("infra/resources/"))
      .filter((file) => /^import (?!type)[^;]*"\.\.\/model\//m.test(readFileSync(file, "utf8")));
    expect(logic).toEqual([]);
  });

  test("components know the model, resources and CRDs, but no config, stack or verification", () => {
    const own = ["infra/components/", "infra/model/", "infra/resources/", "infra/crds/"];
    const allowed = (source: string): boolean =>
      source.startsWith("@pulumi/") || isNode(source) || own.some((folder) => source.startsWith(folder));
    expect(violations("infra/components/", allowed)).toEqual([]);
  });

  test("lint and import know YAML, the model and themselves", () => {
    const own = ["infra/lint/", "infra/import/", "infra/model/"];
    const allowed = (source: string): boolean =>
      source === "yaml" || isNode(source) || own.some((folder) => source.startsWith(folder));
    expect([...violations("infra/lint/", allowed), ...violations("infra/import/", allowed)]).toEqual([]);
  });

  test("exports know the model and YAML; only the one of a whole target runs the program", () => {
    const own = ["infra/render/", "infra/model/"];
    const allowed = (source: string): boolean =>
      ["yaml", "@pulumi/pulumi"].includes(source) || own.some((folder) => source.startsWith(folder));
    expect(violations("infra/render/", allowed)).toEqual([
      "infra/render/render-target.ts -> infra/program.ts",
      "infra/render/render-target.ts -> infra/config.ts",
    ]);
  });

  test("the graph knows the model and its layout", () => {
    const allowed = (source: string): boolean =>
      source === "@dagrejs/dagre" || source.startsWith("infra/graph/") || source.startsWith("infra/model/");
    expect(violations("infra/graph/", allowed)).toEqual([]);
  });

  test("the review knows previews, the graph and itself, and nothing of our own platform", () => {
    const own = ["infra/graph/", "infra/review/"];
    expect(violations("infra/review/", (source) => own.some((folder) => source.startsWith(folder)))).toEqual([]);
    const ofDrift = ["infra/review/", "infra/drift/"];
    expect(violations("infra/drift/", (source) => ofDrift.some((folder) => source.startsWith(folder)))).toEqual([]);
  });

  test("infra knows nothing of local", () => {
    expect(violations("infra/", (source) => !source.startsWith("local/"))).toEqual([]);
  });

  test("local knows nothing of the platform", () => {
    expect(violations("local/", (source) => !/^(infra|apps|cli)\/|^@todo-platform\//.test(source))).toEqual([]);
  });

  test("policies judge the platform and so know nothing of it: the SDKs and themselves", () => {
    const allowed = (source: string): boolean =>
      ["@pulumi/policy", "@pulumi/pulumi", "google-protobuf/google/protobuf/struct_pb.js"].includes(source) ||
      isNode(source) ||
      source.startsWith("policies/");
    expect(violations("policies/", allowed)).toEqual([]);
    const knowing = files.filter((file) => !/^(policies|tests)\//.test(file));
    expect(knowing.filter((file) => importsOf(file).some((source) => source.startsWith("policies/")))).toEqual([]);
  });

  test("apps know nothing of infra and local (but the operators' page, which is infra's own), and each other only through contracts and service-kit", () => {
    const app = (path: string): string => path.split("/")[1] ?? "";
    const wrong = files
      .filter((file) => file.startsWith("apps/"))
      .flatMap((file) => importsOf(file).map((source) => [file, source] as const))
      .filter(
        ([file, source]) =>
          /^(local|cli)\//.test(source) ||
          (source.startsWith("infra/") && app(file) !== "operators-page") ||
          (source.startsWith("apps/") && app(source) !== app(file)),
      );
    expect(wrong).toEqual([]);
  });

  test("only stacks make providers", () => {
    const makers = files.filter(
      (file) => file.startsWith("infra/") && importsOf(file).some((source) => source.endsWith("/provider.js")),
    );
    expect(makers.filter((file) => !file.startsWith("infra/stacks/"))).toEqual([]);
    expect(makers.length).toBeGreaterThan(0);
  });

  test("tests live in tests/", () => {
    expect(files.filter((file) => /\.test\.ts$/.test(file) && !file.startsWith("tests/"))).toEqual([]);
  });
});

describe("a file is easy to live in", () => {
  const sources = files.filter((file) => !file.startsWith("tests/"));

  test("none is longer than 300 lines", () => {
    const long = sources.filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });

  test("names are kebab-case and say what is inside", () => {
    const names = sources.map((file) => file.split("/").at(-1) ?? "");
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(utils?|types|helpers?|misc|common)\.ts$/.test(name))).toEqual([]);
  });
});
