import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { repositoryRoot } from "../../local/paths.ts";
import { eventually } from "./support/eventually.ts";
import { createKubectl } from "./support/kubectl.ts";
import { signIn } from "./support/todo-api.ts";

const platform = inject("platform");
const kubectl = createKubectl(platform);
const app = "event-service";
const route = "src/routes/summary-routes.ts";

let root: string;
let program: ChildProcess;
let lines: Interface;

const nextLine = (): Promise<{ pushed: string[] }> =>
  new Promise((resolve) => lines.once("line", (line) => resolve(JSON.parse(line) as { pushed: string[] })));

interface Deployment {
  readonly spec: {
    readonly replicas: number;
    readonly template: {
      readonly spec: { readonly containers: readonly object[]; readonly volumes: readonly { name: string }[] };
    };
  };
}
const deployed = async (): Promise<Deployment["spec"]> =>
  (await kubectl.get<any>("deployment", app, "-n", "todo-app")).spec;

let before: Deployment["spec"];

beforeAll(async () => {
  before = await deployed();
  root = await mkdtemp(join(tmpdir(), "dev-app-"));
  await mkdir(join(root, "apps"));
  for (const name of [app, "build.mjs", "build-page.mjs", "esbuild-files.mjs", "fill-folder.mjs"])
    await cp(join(repositoryRoot, "apps", name), join(root, "apps", name), { recursive: true });
  await symlink(join(repositoryRoot, "node_modules"), join(root, "node_modules"));
  const args = ["cli/main.ts", "dev", app, "--source", join(root, "apps"), "--cluster", platform.cluster, "--json"];
  program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  lines = createInterface({ input: program.stdout ?? process.stdin });
  const { pushed } = await nextLine();
  expect(pushed).toContain("main.js");
});

afterAll(async () => {
  program.kill("SIGKILL");
  await rm(root, { recursive: true });
});

const summary = async () => {
  const answer = await (await signIn(platform)).call("GET", "/api/events/summary");
  return { status: answer.status, body: (await answer.json()) as object };
};

test("the app answers from its source, behind its own sidecar", async () => {
  await eventually(async () => expect((await summary()).status).toBe(200), 60_000, 500);
  expect((await summary()).body).not.toHaveProperty("fromSource");
  const [{ spec }] = await kubectl.list<any>("pods", "-n", "todo-app", "-l", `app.kubernetes.io/name=${app}`);
  expect(spec.containers.map(({ name }: { name: string }) => name).sort()).toEqual(["daprd", app]);
});

test("a change of the source is there within seconds", async () => {
  const file = join(root, "apps", app, route);
  const text = await readFile(file, "utf8");
  const changed = text.replace(/response\.json\((.*)\);/, "response.json({ fromSource: true, ...($1) });");
  expect(changed).not.toBe(text);
  const [line] = await Promise.all([nextLine(), writeFile(file, changed)]);
  expect(line.pushed).toEqual(["main.js"]);
  await eventually(async () => expect((await summary()).body).toHaveProperty("fromSource", true), 30_000, 300);
});

test("Ctrl-C gives the app its image back", async () => {
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(await deployed()).toEqual(before);
  await kubectl.run(["rollout", "status", "-n", "todo-app", `deployment/${app}`, "--timeout=120s"]);
  await eventually(async () => {
    const { status, body } = await summary();
    expect([status, "fromSource" in body]).toEqual([200, false]);
  }, 60_000);
});
