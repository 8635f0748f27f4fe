import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "../../../../local/paths.ts";
import { commands, createPulumiProject, type PulumiProject } from "../../../support/pulumi-project.ts";

const importOf = (file: string): string => pathToFileURL(join(repositoryRoot, "infra", file)).href;

const program = `
import { DigitalOceanFoundation } from "${importOf("components/digitalocean/digitalocean-foundation.ts")}";
import { todoDoks } from "${importOf("model/clouds/doks.ts")}";
const doks = structuredClone(
  todoDoks({
    region: "fra1",
    apiServerRanges: ["198.51.100.0/24"],
    suffix: "x7k2",
    domain: "example.com",
  }),
);
new Function("doks", process.env.EDIT ?? "")(doks);
const made = new DigitalOceanFoundation("todo-do", { doks, servers: ["postgres", "valkey"] });
export const registry = made.registry;
export const database = made.postgres.host;
`;

let project: PulumiProject;

beforeAll(async () => {
  process.env["TODO_PLATFORM_CLOUDS"] = "recorded";
  project = await createPulumiProject(program);
}, 120_000);

afterAll(async () => {
  delete process.env["TODO_PLATFORM_CLOUDS"];
  await project.remove();
});

test("everything is made, and a second up changes nothing", async () => {
  await project.succeed(commands.up);
  expect(await project.preview()).toEqual([]);
  const { stdout } = await project.succeed(["stack", "output", "--json"]);
  expect(JSON.parse(stdout)).toEqual({
    registry: "registry.digitalocean.com/todo-x7k2",
    database: expect.stringMatching(/^private-todo-postgres-/),
  });
});

test("a pool changes without touching the cluster, and what DigitalOcean upgrades itself is no change", async () => {
  const steps = await project.preview({
    EDIT: 'doks.userPools[0].max = 20; doks.kubernetesVersion = "1.35.0-do.0"; doks.postgres.version = "18"',
  });
  expect(steps.map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`)).toEqual(["update todo-do-doks-apps"]);
});

test("edits that would make another cluster or lose the databases are refused", async () => {
  for (const edit of [
    'doks.basePool.size = "s-8vcpu-16gb"',
    'doks.network.pods = "10.99.0.0/16"',
    'doks.name = "new"',
  ]) {
    const { code, output } = await project.pulumi(commands.up, { EDIT: edit });
    expect([edit, code]).not.toEqual([edit, 0]);
    expect(output).toMatch(/marked for protection|protect/);
  }
});

test("other machines for a pool: the new one stands before the old one goes", async () => {
  const { output } = await project.succeed(commands.up, { EDIT: 'doks.userPools[0].size = "s-8vcpu-16gb"' });
  const steps = [...output.matchAll(/KubernetesNodePool todo-do-doks-apps (created replacement|deleting original)/g)];
  expect(steps.map(([, step]) => step)).toEqual(["created replacement", "deleting original"]);
});
