import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryRoot } from "../../../local/paths.ts";
import { createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const program = `
import { RandomPassword } from '@pulumi/random';
new RandomPassword('password', { length: Number(process.env.LENGTH) });
`;
const pack = `
import { PolicyPack } from '@pulumi/policy';
type Length = { length: number };
new PolicyPack('passwords', { policies: [{
  name: 'long', description: 'Passwords are long.', enforcementLevel: 'mandatory',
  validateResource: (resource, report) => {
    const { length }: Length = resource.props as Length;
    if (resource.type === 'random:index/randomPassword:RandomPassword' && length < 16) report('at least 16 characters');
  },
}] });
`;

describe("a policy pack in TypeScript", () => {
  let project: PulumiProject;
  let folder: string;
  beforeAll(async () => {
    project = await createPulumiProject(program);
    folder = join(project.folder, "policies");
    await mkdir(folder);
    await symlink(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
    await writeFile(
      join(folder, "PulumiPolicy.yaml"),
      "runtime: { name: nodejs, options: { typescript: false } }\nmain: index.ts\n",
    );
    await writeFile(
      join(folder, "package.json"),
      '{ "name": "passwords", "version": "1.0.0", "type": "module", "main": "index.ts" }',
    );
    await writeFile(join(folder, "index.ts"), pack);
  });
  afterAll(() => project.remove());

  const preview = (length: number): ReturnType<PulumiProject["pulumi"]> =>
    project.pulumi(["preview", "--policy-pack", folder], { LENGTH: String(length) });

  it("refuses a resource that breaks a rule", async () => {
    const { code, output } = await preview(8);
    expect(code).not.toBe(0);
    expect(output).toContain("long  (random:index/randomPassword:RandomPassword: password)");
    expect(output).toContain("at least 16 characters");
  });

  it("lets a resource pass that keeps it", async () => {
    expect((await preview(16)).code).toBe(0);
  });
});
