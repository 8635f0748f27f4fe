import { afterAll, expect, it } from "vitest";
import { commands, createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const program = `
import { createRequire } from "node:module";
import { runtime } from "@pulumi/pulumi";
const { cache } = createRequire(import.meta.url);
const compilers = () => Object.keys(cache).filter((file) => file.endsWith("/typescript.js")).length;
export const before = compilers();
const captured = 20;
export const text = (await runtime.serializeFunction((value) => value + captured + 2)).text;
export const after = compilers();
`;
let project: PulumiProject | undefined;
afterAll(() => project?.remove());

it("loads what turns functions into text when a program asks for it", { timeout: 60_000 }, async () => {
  project = await createPulumiProject(program);
  await project.succeed(commands.up);
  const { stdout } = await project.succeed(["stack", "output", "--json"]);
  const { before, after, text } = JSON.parse(stdout) as { before: number; after: number; text: string };
  expect([before, after]).toEqual([0, 1]);
  expect(text).toContain("with({ captured: 20,");
  expect(text).toContain("return (value) => value + captured + 2;");
});
