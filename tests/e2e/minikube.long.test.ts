import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { localStack, requirePlan } from "../../cli/stack.ts";
import { targets } from "../../infra/model/targets.ts";
import { todoPlatform } from "../../infra/model/todo.ts";
import { verifySettled } from "../../infra/verify/verify-settled.ts";
import { baseImageReference } from "../../local/images/ensure-images.ts";
import { repositoryRoot, toolDir } from "../../local/paths.ts";
import { prepareStack, type PreparedStack } from "../../local/pulumi/prepare-stack.ts";
import { createKubectl } from "./support/kubectl.ts";
import { runCli, runProgram } from "./support/run-program.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
/** What the node of two cores has room for; everything else is target minikube as it is. */
const cpuRequests = { app: "25m", sidecar: "40m" } as const;
const model = todoPlatform({ ...targets.minikube, appCpuRequest: "25m", sidecarCpuRequest: "40m" });
const namespaces = ["dapr-system", "kafka", "monitoring", "todo-app"];

let folder: string;
let kubeconfig: string;
let dev: PreparedStack;

/** The cluster's kubeconfig as minikube writes it: a context `minikube` among others, and not the current one. */
const asMinikube = async (): Promise<string> => {
  const config = parse(await readFile(platform.kubeconfig, "utf8"));
  const [own] = config.contexts;
  const other = { name: "elsewhere", cluster: { server: "https://127.0.0.1:1" } };
  return JSON.stringify({
    ...config,
    "current-context": "elsewhere",
    contexts: [
      { name: "elsewhere", context: { cluster: "elsewhere", user: own.context.user } },
      { ...own, name: "minikube" },
    ],
    clusters: [...config.clusters, other],
  });
};

const pulumi = async (stack: PreparedStack, ...args: string[]): Promise<string> => {
  const all = [...args, "--non-interactive", "--color=never", ...stack.args];
  const { code, stdout, stderr } = await runProgram("pulumi", all, { env: stack.env });
  if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout.slice(-6000)}${stderr}`);
  return stdout;
};
/** `pulumi stack` takes no configuration file. */
const ofStack = (): PreparedStack => ({ ...dev, args: dev.args.slice(0, 2) });
const up = (): Promise<string> => pulumi(dev, "up", "--yes", "--skip-preview");
const unexpected = async () => (await verifySettled(model, platform.kubeconfig, () => undefined)).problems;

const leftNamespaces = async (): Promise<string[]> =>
  (await kubectl.list("namespaces")).map(({ metadata }) => metadata.name).filter((name) => namespaces.includes(name));

beforeAll(async () => {
  await pulumi(await localStack(platform.cluster), "destroy", "--yes", "--skip-preview");
  folder = await mkdtemp(join(tmpdir(), "minikube-"));
  kubeconfig = join(folder, "kubeconfig");
  await writeFile(kubeconfig, await asMinikube(), { mode: 0o600 });
  const { registry } = await requirePlan(platform.cluster);
  const { config } = parse(await readFile(join(repositoryRoot, "Pulumi.dev.yaml"), "utf8")) as { config: object };
  dev = await prepareStack({
    stateDir: folder,
    program: repositoryRoot,
    stack: "dev",
    config: {
      ...config,
      "todo-platform:kubeconfig": kubeconfig,
      "todo-platform:registry": registry,
      "todo-platform:charts": { dapr: `${toolDir("dapr")}/chart` },
      "todo-platform:baseImage": await baseImageReference(registry),
      "todo-platform:cpuRequests": cpuRequests,
    },
  });
}, 600_000);

afterAll(async () => {
  // Files that come after this one find the platform of target local again.
  await pulumi(dev, "destroy", "--yes", "--skip-preview");
  const { code, stderr } = await runCli(["up", "--cluster", platform.cluster, "--json"]);
  await rm(folder, { recursive: true });
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
}, 600_000);

describe("Pulumi.dev.yaml on a cluster that is there already, by its context minikube", () => {
  test("up makes the platform, and every sidecar does what the model says", async () => {
    expect(await leftNamespaces()).toEqual([]);
    const output = await up();
    expect(output).toMatch(/\+ \d+ created/);
    expect(await unexpected()).toEqual([]);
    expect(await pulumi(ofStack(), "stack", "output", "target")).toContain("minikube");
  });

  test("a second up changes nothing", async () => {
    const summary = /^Resources:\n((?: {4}.*\n)+)/m.exec(await up())?.[1] ?? "";
    expect(summary.trim()).toMatch(/^\d+ unchanged$/);
  });

  test("destroy leaves no namespace, no volume and no resource in the state", async () => {
    await pulumi(dev, "destroy", "--yes", "--skip-preview");
    expect(await leftNamespaces()).toEqual([]);
    const claimed = (await kubectl.list<any>("persistentvolumes"))
      .map(({ spec }: any) => spec.claimRef?.namespace)
      .filter((namespace: string) => namespaces.includes(namespace));
    expect(claimed).toEqual([]);
    const state = JSON.parse(await pulumi(ofStack(), "stack", "export"));
    expect(state.deployment.resources ?? []).toEqual([]);
  });

  test("up after destroy makes it again", async () => {
    await up();
    expect(await unexpected()).toEqual([]);
  });
});
