import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments, stringify } from "yaml";
import { toolDir } from "../../local/paths.ts";
import { run } from "../../local/run.ts";
import { programPath } from "../../local/toolchain/ensure-tools.ts";
import { startApiserver, type Apiserver } from "../support/apiserver.ts";
import { runCli } from "../e2e/support/run-program.ts";

let root: string;
let apiserver: Apiserver;
const images = { "todo-backend": "registry.example.com/team/backend@sha256:abc" };

const render = async (folder: string, ...args: string[]): Promise<void> => {
  const all = [
    "render",
    "--target",
    "minikube",
    "--out",
    join(root, folder),
    "--registry",
    "registry.example.com",
    ...args,
  ];
  const { code, stderr } = await runCli(all);
  if (code !== 0) throw new Error(stderr);
};

const kubectl = async (...args: string[]): Promise<string> =>
  (await run(programPath("kubernetes", "kubectl"), [`--kubeconfig=${apiserver.kubeconfig}`, ...args])).stdout;

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder).length + 1))
    .sort();

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}
interface Deployment {
  readonly spec: {
    readonly template: { readonly spec: { readonly containers: readonly { readonly image: string }[] } };
  };
}
const keyOf = ({ kind, metadata }: Named): string => `${metadata.namespace ?? ""} ${kind} ${metadata.name}`;
const byKey = (objects: readonly Named[]): Record<string, Named> =>
  Object.fromEntries(objects.map((object) => [keyOf(object), object] as const).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every object below `crds`, `manifests` and `secrets`. */
const objectsOf = async (folder: string): Promise<Named[]> => {
  const paths = (await filesIn(folder)).filter((path) => /^(crds|manifests|secrets)\//.test(path));
  return Promise.all(paths.map(async (path) => parse(await readFile(join(root, folder, path), "utf8")) as Named));
};
const documents = (text: string): Named[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Named | null)
    .filter((object) => object !== null);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "render-"));
  apiserver = await startApiserver();
  for (const layout of ["plain", "kustomize", "helm"]) await render(layout, "--layout", layout);
});

afterAll(async () => {
  await apiserver.stop();
  await rm(root, { recursive: true });
});

describe("todo-platform render", () => {
  test("every object of the plain export is taken by a real apiserver, no field unknown", async () => {
    const at = (path: string): string => join(root, "plain", path);
    const strict = ["apply", "--server-side", "--validate=strict"];
    await kubectl(...strict, "-f", at("crds"));
    await kubectl("wait", "--for=condition=Established", "crd", "--all", "--timeout=60s");
    await kubectl(...strict, "-f", at("manifests/00-namespaces"));
    const applied = await kubectl(...strict, "-R", "-f", at("secrets"), "-f", at("manifests"));
    const expected = (await objectsOf("plain")).filter(({ kind }) => kind !== "CustomResourceDefinition");
    expect(applied.trim().split("\n")).toHaveLength(expected.length);
    const [backend] = (
      JSON.parse(await kubectl("get", "deployment", "todo-backend", "-n", "todo-app", "-o=json")) as Deployment
    ).spec.template.spec.containers;
    expect(backend?.image).toMatch(/^registry\.example\.com\/todo-backend:\d+\.\d+\.\d+$/);
  });

  test("files with secrets are their owner's alone, and no other file says one", async () => {
    const paths = await filesIn("plain");
    const secret = paths.filter((path) => path.startsWith("secrets/") || path === ".made-values.json");
    const modes = await Promise.all(secret.map(async (path) => (await stat(join(root, "plain", path))).mode & 0o777));
    expect(secret.length).toBeGreaterThan(20);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    const values = (
      await Promise.all(
        secret.filter((path) => path.startsWith("secrets/")).map((path) => readFile(join(root, "plain", path), "utf8")),
      )
    )
      .flatMap((text) => Object.values((parse(text) as { stringData?: Record<string, string> }).stringData ?? {}))
      .filter((value) => value.length >= 16 && !value.startsWith("-----BEGIN CERTIFICATE"));
    expect(values.length).toBeGreaterThan(20);
    const open = paths.filter((path) => !secret.includes(path));
    const texts = await Promise.all(open.map((path) => readFile(join(root, "plain", path), "utf8")));
    expect(open.filter((_path, index) => values.some((value) => texts[index]?.includes(value)))).toEqual([]);
    expect((await readFile(join(root, "plain/.gitignore"), "utf8")).split("\n")).toEqual([
      "secrets/",
      ".made-values.json",
      "",
    ]);
  });

  test("a second export changes no byte: passwords, keys and certificates are kept", async () => {
    const read = async () =>
      Promise.all(
        (await filesIn("plain")).map(async (path) => [path, await readFile(join(root, "plain", path), "utf8")]),
      );
    const before = await read();
    await render("plain", "--layout", "plain");
    expect(await read()).toEqual(before);
  });

  test("Kustomize makes the objects of the plain export", async () => {
    const built = documents(await kubectl("kustomize", join(root, "kustomize")));
    const wanted = await objectsOf("kustomize");
    expect(byKey(built)).toEqual(byKey(wanted));
    expect(Object.keys(byKey(wanted))).toEqual(Object.keys(byKey(await objectsOf("plain"))));
  });

  test("the chart makes the same objects and Dapr's control plane, with the images of its values", async () => {
    const chart = join(root, "helm");
    const file = join(chart, "Chart.yaml");
    // Dapr's chart as it lies on this machine, in place of the published one.
    const content = parse(await readFile(file, "utf8")) as { dependencies: { version: string; repository: string }[] };
    const [dapr] = content.dependencies;
    expect(dapr).toMatchObject({ name: "dapr", repository: "https://dapr.github.io/helm-charts" });
    await writeFile(
      file,
      stringify({
        ...content,
        dependencies: [{ ...dapr, version: ">=0.0.0-0", repository: `file://${toolDir("dapr")}/chart` }],
      }),
    );
    const helm = (...args: string[]) => run(programPath("helm", "helm"), args);
    await helm("dependency", "build", chart);
    const values = join(root, "values.yaml");
    await writeFile(values, stringify({ images }));
    const { stdout } = await helm("template", "todo-platform", chart, "--namespace", "dapr-system", "--values", values);
    const made = byKey(documents(stdout));
    const wanted = byKey(
      (await objectsOf("plain")).filter(
        ({ kind, metadata }) =>
          kind !== "CustomResourceDefinition" && !(kind === "Namespace" && metadata.name === "dapr-system"),
      ),
    );
    const missing = Object.keys(wanted).filter((key) => !(key in made));
    expect(missing).toEqual([]);
    const different = Object.keys(wanted).filter((key) => JSON.stringify(made[key]) !== JSON.stringify(wanted[key]));
    // Passwords of another export are others; the one image is that of the values.
    expect(different.filter((key) => !/ (Secret|Job|Deployment|StatefulSet) /.test(` ${key} `))).toEqual([]);
    expect(made["todo-app Deployment todo-backend"]).toMatchObject({
      spec: { template: { spec: { containers: [{ image: images["todo-backend"] }] } } },
    });
    expect(
      Object.keys(made).filter(
        (key) => /dapr-(operator|sentry|sidecar-injector)$/.test(key) && key.includes("Deployment"),
      ),
    ).toHaveLength(3);
  });
});
