import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildah } from "../../../local/pulumi/docker-build/buildah.ts";
import { canariesIn, secretsOf } from "../../support/canaries.ts";
import { startApiserver, type Apiserver } from "../../support/apiserver.ts";
import { commands, createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";
import { s2Program } from "./s2-program.ts";

interface Kubeconfig {
  readonly "current-context": string;
  readonly contexts: readonly object[];
  readonly clusters: readonly object[];
  readonly users: readonly { readonly user: { readonly token: string } }[];
}

const images = `localhost/secrets-canary:${process.pid}`;
let apiserver: Apiserver;
let folder: string;
let project: PulumiProject;
/** Every secret that the stack was given or made: where it comes from, and a part of it that survives every quoting. */
const canaries = new Map<string, string>();
const printed: Record<string, string> = {};

/** As minikube writes it: a context `minikube` among others, and not the current one, whose cluster does not answer. */
const asMinikube = (kubeconfig: Kubeconfig): Kubeconfig => ({
  ...kubeconfig,
  "current-context": "elsewhere",
  contexts: [
    { name: "elsewhere", context: { cluster: "elsewhere", user: "admin" } },
    { name: "minikube", context: { cluster: "test", user: "admin" } },
  ],
  clusters: [...kubeconfig.clusters, { name: "elsewhere", cluster: { server: "https://127.0.0.1:1" } }],
});

const learn = async (round: string): Promise<void> => {
  const { stdout } = await project.succeed(["stack", "export", "--show-secrets"]);
  for (const [resource, value] of secretsOf(stdout)) {
    // A refused round leaves what it has replaced beside what it made.
    const place = `${round} ${resource}`;
    canaries.set(canaries.has(place) ? `${place} replaced` : place, value);
  }
};

/** Which canaries stand in a text. */
const foundIn = (text: string): string[] => canariesIn(canaries, text);

beforeAll(async () => {
  apiserver = await startApiserver();
  const kubeconfig = parse(await readFile(apiserver.kubeconfig, "utf8")) as Kubeconfig;
  canaries.set("the kubeconfig's token", kubeconfig.users[0]?.user.token ?? "");
  folder = await mkdtemp(join(tmpdir(), "canary-"));
  const file = join(folder, "kubeconfig");
  await writeFile(file, JSON.stringify(asMinikube(kubeconfig)), { mode: 0o600 });
  project = await createPulumiProject(s2Program(file, images, "minikube"));
  canaries.set("the stack's passphrase", (await readFile(join(project.stateDir, "passphrase"), "utf8")).trim());
  await mkdir(join(project.folder, "app"));
  await project.write("app/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
  printed["up"] = (await project.succeed([...commands.up])).output;
  await learn("first");
  printed["up --json with new passwords"] = (await project.succeed([...commands.up, "--json"], { ROTATE: "1" })).output;
  await learn("second");
  const third = { ROTATE: "2" };
  const refused = await project.pulumi([...commands.up, "--diff"], { ...third, BREAK: "1" });
  expect(refused.code).not.toBe(0);
  printed["up --diff that the API server refuses"] = refused.output;
  await learn("third");
  printed["refresh --diff"] = (await project.succeed(["refresh", "--yes", "--diff"], third)).output;
  printed["stack export"] = (await project.succeed(["stack", "export"])).output;
  printed["stack output"] = (await project.succeed(["stack", "output", "--json"])).output;
}, 180_000);

afterAll(async () => {
  await buildah(["rmi", "--force", images]);
  await Promise.all([apiserver.stop(), project.remove(), rm(folder, { recursive: true })]);
});

describe("the canaries", () => {
  test("are every password and key of each round, the kubeconfig's token and the passphrase, and can be told apart", () => {
    const names = [...canaries.keys()];
    expect(names.filter((name) => name.startsWith("first "))).toHaveLength(
      names.filter((name) => name.startsWith("second ")).length,
    );
    expect(names.length).toBeGreaterThan(30);
    expect([...canaries.values()].filter((value) => value.length < 16)).toEqual([]);
    expect(canaries.get("first todo-secrets-demo-password-value")).not.toBe(
      canaries.get("second todo-secrets-demo-password-value"),
    );
  });

  test("are found where they may be: in the objects of the API server and in what shows secrets on request", async () => {
    const { items } = (await apiserver.call("GET", "/api/v1/secrets")) as { items: object[] };
    // The refused round has reached some of them and not the others.
    const kept = foundIn(JSON.stringify(items)).map((name) => name.split(" ")[1]);
    expect(kept).toEqual(expect.arrayContaining(["todo-secrets-demo-password-value", "todo-kafka-admin-password"]));
    const shown = await project.succeed(["stack", "export", "--show-secrets"]);
    expect(foundIn(shown.output).length).toBeGreaterThan(15);
  });
});

describe("no canary stands in", () => {
  test.each([
    "up",
    "up --json with new passwords",
    "up --diff that the API server refuses",
    "refresh --diff",
    "stack export",
    "stack output",
  ])("%s", (command) => {
    expect(printed[command]?.length).toBeGreaterThan(100);
    expect(foundIn(printed[command] ?? "")).toEqual([]);
  });

  test("any file of the state: checkpoints, backups, history, configuration", async () => {
    const files = (await readdir(project.stateDir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name !== "passphrase")
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(files.length).toBeGreaterThan(3);
    const leaky = [];
    for (const file of files) leaky.push(...foundIn(await readFile(file, "utf8")).map((name) => `${file}: ${name}`));
    expect(leaky).toEqual([]);
  });

  test("any object of the API server but Secrets", async () => {
    const paths = [
      "/api/v1/configmaps",
      "/apis/apps/v1/deployments",
      "/apis/apps/v1/statefulsets",
      "/apis/dapr.io/v1alpha1/components",
      "/apis/dapr.io/v1alpha1/configurations",
    ];
    for (const path of paths) {
      const { items } = (await apiserver.call("GET", path)) as { items: object[] };
      expect(items.length).toBeGreaterThan(0);
      expect(foundIn(JSON.stringify(items))).toEqual([]);
    }
  });
});
