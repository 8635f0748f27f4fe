import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildah } from "../../../local/pulumi/docker-build/buildah.ts";
import { stackOutputs } from "../../../infra/outputs.ts";
import type { Apiserver } from "../../support/apiserver.ts";
import { canariesIn, secretsOf } from "../../support/canaries.ts";
import { startOperatorApi } from "../../support/operator-api.ts";
import { commands, createPulumiProject, stateAtTheEnd, type PulumiProject } from "../../support/pulumi-project.ts";
import { cloudProgram } from "./cloud-program.ts";

const images = `localhost/cloud-stacks:${process.pid}`;
const outer = { path: process.env["PATH"], clouds: process.env["TODO_PLATFORM_CLOUDS"] };
let folder: string;
let token: string;

/** The programs that a cloud's kubeconfig calls for a token, on PATH. */
const writeLogins = async (): Promise<void> => {
  const credential = { apiVersion: "client.authentication.k8s.io/v1beta1", kind: "ExecCredential", status: { token } };
  for (const program of ["kubelogin", "doctl"]) {
    const file = join(folder, program);
    await writeFile(file, `#!/bin/sh\necho "$*" >> "${file}.calls"\necho '${JSON.stringify(credential)}'\n`);
    await chmod(file, 0o755);
  }
};

/** The kubeconfig of a cluster without local accounts, as AKS answers it. */
const writeKubeconfig = async (kubeconfig: string): Promise<void> => {
  const config = JSON.parse(await readFile(kubeconfig, "utf8")) as { users: [{ user: { token: string } }] };
  token = config.users[0].user.token;
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1beta1",
    command: "kubelogin",
    args: ["get-token"],
    interactiveMode: "Never",
  };
  const file = join(folder, "kubeconfig");
  await writeFile(file, JSON.stringify({ ...config, users: [{ name: "admin", user: { exec } }] }));
  process.env["TODO_PLATFORM_RECORDED_KUBECONFIG"] = file;
};

const projectOf = async (stack: "prod" | "prod-doks"): Promise<PulumiProject> => {
  const project = await createPulumiProject(cloudProgram(stack, images));
  await mkdir(join(project.folder, "app"));
  await project.write("app/Dockerfile", "FROM scratch\nCOPY Dockerfile /\n");
  await mkdir(join(project.folder, "chart"));
  await project.write("chart/Chart.yaml", "apiVersion: v2\nname: stand-in\nversion: 1.0.0\n");
  return project;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cloud-stacks-"));
  process.env["PATH"] = `${folder}${delimiter}${outer.path ?? ""}`;
  process.env["TODO_PLATFORM_CLOUDS"] = "recorded";
});

afterAll(async () => {
  delete process.env["TODO_PLATFORM_RECORDED_KUBECONFIG"];
  process.env["PATH"] = outer.path;
  if (outer.clouds === undefined) delete process.env["TODO_PLATFORM_CLOUDS"];
  await buildah(["rmi", "--force", images]).catch(() => undefined);
  await rm(folder, { recursive: true });
});

describe.each([
  ["prod", "kubelogin"],
  ["prod-doks", "doctl"],
] as const)("stack %s", (stack, login) => {
  let apiserver: Apiserver;
  let project: PulumiProject;
  beforeAll(async () => {
    apiserver = await startOperatorApi();
    await writeKubeconfig(apiserver.kubeconfig);
    await writeLogins();
    project = await projectOf(stack);
  }, 180_000);
  afterAll(() => Promise.all([apiserver.stop(), project.remove()]));

  test("is previewed before its cluster exists", async () => {
    const steps = await project.preview();
    expect(steps.filter(({ op }) => op !== "create")).toEqual([]);
    expect(steps.length).toBeGreaterThan(250);
  });

  test("is made, cloud and cluster, and a second up changes nothing", async () => {
    await project.succeed(commands.up, stateAtTheEnd);
    expect(await project.preview()).toEqual([]);
    const { stdout } = await project.succeed(["stack", "output", "--json"]);
    expect(stackOutputs.safeParse(JSON.parse(stdout)).error).toBeUndefined();
    const { items } = (await apiserver.call("GET", "/apis/apps/v1/namespaces/todo-app/deployments")) as {
      items: object[];
    };
    expect(items).toHaveLength(8);
  }, 600_000);

  test(`is reached by asking ${login} at each run: no token is kept, and none that ends`, async () => {
    expect((await readFile(join(folder, `${login}.calls`), "utf8")).split("\n").length).toBeGreaterThan(1);
    const { stdout } = await project.succeed(["stack", "export", "--show-secrets"]);
    expect(stdout).not.toContain(token);
    expect(stdout).toContain(login);
  });

  test("keeps no password and no key in plain text", async () => {
    const shown = await project.succeed(["stack", "export", "--show-secrets"]);
    const canaries = new Map(secretsOf(shown.stdout));
    expect(canaries.size).toBeGreaterThan(20);
    expect(canariesIn(canaries, shown.stdout).length).toBe(canaries.size);
    const kept = await project.succeed(["stack", "export"]);
    expect(canariesIn(canaries, kept.stdout)).toEqual([]);
  });
});
