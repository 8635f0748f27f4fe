import { mkdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildah } from "../../../local/pulumi/docker-build/buildah.ts";
import { commands, createPulumiProject, type PulumiProject } from "../../support/pulumi-project.ts";

const tag = `localhost/docker-build-test:${process.pid}`;
const program = `
import { Image } from '@pulumi/docker-build';
const image = new Image('app', { context: { location: './app' }, buildArgs: { LEVEL: process.env.LEVEL ?? 'info' }, push: false, tags: ['${tag}'] });
export const ref = image.ref;
`;

describe("an image built by buildah", () => {
  let project: PulumiProject;
  beforeAll(async () => {
    project = await createPulumiProject(program);
    await mkdir(`${project.folder}/app`);
    await project.write(
      "app/Dockerfile",
      "FROM scratch\nARG LEVEL\nENV LEVEL=$LEVEL\nCOPY main.js /main.js\nUSER 65532\n",
    );
    await project.write("app/main.js", "one");
  });
  afterAll(async () => {
    await buildah(["rmi", "--force", tag]);
    await project.remove();
  });

  it("is what its Dockerfile says, and is not built again while nothing changes", async () => {
    await project.succeed(commands.up);
    const inspected = JSON.parse(await buildah(["inspect", "--type", "image", tag])) as { OCIv1: { config: object } };
    expect(inspected.OCIv1.config).toMatchObject({ User: "65532", Env: expect.arrayContaining(["LEVEL=info"]) });
    expect((await project.succeed(["stack", "output", "ref"])).stdout.trim()).toBe(tag);
    expect(await project.preview()).toEqual([]);
  });

  it("is built again when its content or an argument changes", async () => {
    const [byArgument] = await project.preview({ LEVEL: "debug" });
    expect(Object.keys(byArgument?.detailedDiff ?? {}).sort()).toEqual(["buildArgs.LEVEL", "contextHash"]);
    await project.write("app/main.js", "two");
    const [byContent] = await project.preview();
    expect([byContent?.op, byContent?.detailedDiff]).toEqual([
      "update",
      { contextHash: { kind: "update", inputDiff: true } },
    ]);
  });

  it("tells what the build has said when it fails", async () => {
    await project.write("app/Dockerfile", "FROM scratch\nCOPY absent /\n");
    const { code, output } = await project.pulumi(commands.up);
    expect(code).not.toBe(0);
    expect(output).toMatch(/buildah bud .* failed \(exit \d+\):/);
    expect(output).toContain("absent");
  });
});
