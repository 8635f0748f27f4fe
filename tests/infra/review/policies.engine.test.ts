import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPreview } from "../../../infra/review/preview/read-preview.ts";
import { markdownReport } from "../../../infra/review/render/markdown-report.ts";
import { reviewPreview, type ReviewReport } from "../../../infra/review/report.ts";
import { repositoryRoot } from "../../../local/paths.ts";
import { createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const program = `
import { RandomPassword } from "@pulumi/random";
new RandomPassword("password", { length: Number(process.env.LENGTH) });
`;
const rule = (name: string, level: string, least: number): string => `{
  name: "${name}", description: "Passwords are long.", enforcementLevel: "${level}",
  validateResource: (resource, report) => {
    if (resource.type.startsWith("random:") && resource.props.length < ${least}) report("at least ${least} characters");
  },
}`;
const pack = `
import { PolicyPack } from "@pulumi/policy";
new PolicyPack("passwords", { policies: [${rule("long", "mandatory", 16)}, ${rule("longer", "advisory", 32)}] });
`;

let project: PulumiProject;
let folder: string;

beforeAll(async () => {
  project = await createPulumiProject(program);
  folder = join(project.folder, "policies");
  await mkdir(folder);
  await symlink(join(repositoryRoot, "node_modules"), join(folder, "node_modules"));
  const runtime = "runtime: { name: nodejs, options: { typescript: false } }\nmain: index.ts\n";
  await writeFile(join(folder, "PulumiPolicy.yaml"), runtime);
  const names = { name: "passwords", version: "1.0.0", type: "module", main: "index.ts" };
  await writeFile(join(folder, "package.json"), JSON.stringify(names));
  await writeFile(join(folder, "index.ts"), pack);
});
afterAll(() => project.remove());

const review = async (length: number): Promise<ReviewReport> => {
  const log = join(project.folder, "events.json");
  const variables = { LENGTH: String(length), PULUMI_DEBUG_COMMANDS: "true" };
  await project.pulumi(["preview", "--event-log", log, "--policy-pack", folder], variables);
  return reviewPreview(readPreview(await readFile(log, "utf8")));
};

describe("what policies say in the engine's preview", () => {
  test("is told with its pack, its level and the resource; what is mandatory fails the preview", async () => {
    const report = await review(8);
    expect(
      report.violations.map(({ policy, enforcement, urn, message }) => [
        policy,
        enforcement,
        urn?.split("::").at(-1),
        message,
      ]),
    ).toEqual([
      ["long", "mandatory", "password", expect.stringContaining("at least 16 characters")],
      ["longer", "advisory", "password", expect.stringContaining("at least 32 characters")],
    ]);
    expect(markdownReport(report, "t")).toContain("- mandatory: **passwords/long** at password: ");
  });

  test("is nothing where all are kept, and then the pack is named", async () => {
    const report = await review(40);
    expect([report.violations, report.packs]).toEqual([[], ["passwords"]]);
    expect(markdownReport(report, "t")).toContain("No violation of passwords.");
  });
});
