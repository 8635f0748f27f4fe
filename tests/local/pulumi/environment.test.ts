import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pulumiEnvironment } from "../../../local/pulumi/environment.ts";

describe("the environment of pulumi", () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "environment-"));
  });
  afterEach(async () => {
    await rm(home, { recursive: true });
  });

  /** The programs in the plugin cache, ours without their folder. */
  async function linked(env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
    const stateDir = join(home, "state");
    pulumiEnvironment({ stateDir, env: { PULUMI_HOME: home, ...env } });
    const cache = join(stateDir, "pulumi-home", "plugins");
    const programs = (await readdir(cache)).map(async (folder) => {
      const [program = ""] = await readdir(join(cache, folder));
      const target = await readlink(join(cache, folder, program));
      return [folder, target.replace(/^.*local\/pulumi\/bin\//, "")] as const;
    });
    return Object.fromEntries(await Promise.all(programs));
  }
  const bundled = {
    "analyzer-policy-v3.200.0": "policy/pulumi-analyzer-policy",
    "language-nodejs-v3.200.0": "nodejs/pulumi-language-nodejs",
    "resource-docker-build-v0.0.22": "docker-build/pulumi-resource-docker-build",
    "resource-kubernetes-v4.34.2": "kubernetes/pulumi-resource-kubernetes",
    "resource-random-v4.21.2": "random/pulumi-resource-random",
    "resource-tls-v5.6.1": "tls/pulumi-resource-tls",
  };

  it("bundles every plugin on a machine that has none", async () => {
    expect(await linked({ PATH: "/nowhere" })).toEqual(bundled);
  });

  it("prefers a published plugin on PATH or in the plugin cache", async () => {
    await writeFile(join(home, "pulumi-language-nodejs"), "");
    const random = join(home, "plugins", "resource-random-v4.30.0");
    await mkdir(random, { recursive: true });
    await writeFile(join(random, "pulumi-resource-random"), "");
    const others = Object.fromEntries(Object.entries(bundled).filter(([folder]) => !/nodejs|random/.test(folder)));
    const published = { "resource-random-v4.30.0": join(random, "pulumi-resource-random") };
    expect(await linked({ PATH: home })).toEqual({ ...others, ...published });
    expect(await linked({ PATH: home, TODO_PLATFORM_PROVIDER: "published" })).toEqual(published);
    expect(await linked({ PATH: home, TODO_PLATFORM_PROVIDER: "bundled" })).toEqual(bundled);
  });

  it("keeps state, passphrase and Pulumi's own files in the state folder", () => {
    expect(pulumiEnvironment({ stateDir: home, env: { TODO_PLATFORM_PROVIDER: "bundled" } })).toMatchObject({
      PULUMI_BACKEND_URL: `file://${home}/pulumi?metadata=skip`,
      PULUMI_CONFIG_PASSPHRASE_FILE: join(home, "passphrase"),
      PULUMI_HOME: join(home, "pulumi-home"),
    });
  });

  it("refuses an unknown choice of plugins", () => {
    expect(() => pulumiEnvironment({ stateDir: home, env: { TODO_PLATFORM_PROVIDER: "mine" } })).toThrow(
      "error: TODO_PLATFORM_PROVIDER: unknown choice of Pulumi plugins: mine\n  -> use auto, published or bundled",
    );
  });
});
