import { afterAll, beforeAll, expect, test } from "vitest";
import { commands, createPulumiProject, type PulumiProject } from "../../../support/pulumi-project.ts";
import { azureProgram } from "./azure-program.ts";

let project: PulumiProject;

beforeAll(async () => {
  process.env["TODO_PLATFORM_CLOUDS"] = "recorded";
  project = await createPulumiProject(azureProgram);
}, 120_000);

afterAll(async () => {
  delete process.env["TODO_PLATFORM_CLOUDS"];
  await project.remove();
});

/** Steps of a preview after an edit of the model that are more than updates. */
const edited = async (edit: string): Promise<string[]> =>
  (await project.preview({ EDIT: `${edit}; return aks` })).map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
/** What the engine says of an edit that it does not take. */
const refused = async (edit: string): Promise<string> => {
  const { code, output } = await project.pulumi(commands.up, { EDIT: `${edit}; return aks` });
  expect(code).not.toBe(0);
  return output;
};

test("without credentials a preview knows what will be made and leaves open what only Azure knows", async () => {
  const steps = await project.preview();
  expect(steps.filter(({ op }) => op !== "create")).toEqual([]);
  expect(steps.length).toBeGreaterThan(25);
});

test("everything is made, a second up changes nothing", async () => {
  await project.succeed(commands.up);
  expect(await project.preview()).toEqual([]);
  const { stdout } = await project.succeed(["stack", "output", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    registry: expect.stringContaining("recorded"),
    issuer: expect.stringMatching(/^https:\/\/oidc\.recorded/),
  });
});

test("the database's password is no plain text in the state", async () => {
  const { stdout } = await project.succeed(["stack", "export"]);
  const { deployment } = JSON.parse(stdout) as { deployment: { resources: { type: string; inputs: any }[] } };
  const server = deployment.resources.find(({ type }) => type === "azure-native:dbforpostgresql:Server");
  expect(server?.inputs.administratorLoginPassword).toEqual({
    "4dabf18193072939515e22adb298388d": expect.any(String),
    ciphertext: expect.any(String),
  });
});

test("a pool is changed, added and removed without touching the cluster", async () => {
  expect(await edited("aks.userPools[0].max = 20")).toEqual(["update todo-azure-aks-apps"]);
  expect(await edited('aks.userPools.push({ ...aks.userPools[0], name: "batch" })')).toEqual([
    "create todo-azure-aks-batch",
  ]);
  expect(await edited("aks.userPools = []")).toEqual(["delete todo-azure-aks-apps"]);
});

test("a database grows in place, in size and in storage", async () => {
  expect(await edited('aks.postgres.storageGb = 256; aks.postgres.size = "Standard_D4ds_v5"')).toEqual([
    "update todo-azure-postgres-server",
  ]);
});

test("what Azure upgrades itself is no change", async () => {
  expect(await edited('aks.kubernetesVersion = "1.33"')).toEqual([]);
});

test.each([
  ["cluster", 'aks.systemPool.size = "Standard_D4ds_v5"'],
  ["cluster", 'aks.network.pods = "10.100.0.0/16"'],
  ["group", 'aks.region = "northeurope"'],
  ["server", "aks.postgres.geoRedundantBackup = false"],
])("an edit that would make another %s is refused", async (what, edit) => {
  const output = await refused(edit);
  expect(output).toMatch(new RegExp(`${what}[^]*protect`));
});

test("other machines for a pool: the new one stands before the old one goes", async () => {
  const { output } = await project.succeed(commands.up, {
    EDIT: 'aks.userPools[0].size = "Standard_D8ds_v5"; return aks',
  });
  const steps = [...output.matchAll(/AgentPool todo-azure-aks-apps (created replacement|deleting original)/g)];
  expect(steps.map(([, step]) => step)).toEqual(["created replacement", "deleting original"]);
});
