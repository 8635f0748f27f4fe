import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
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

  function bundled(env: NodeJS.ProcessEnv): string[] {
    const { PATH = "" } = pulumiEnvironment({ stateDir: "/state", env: { PULUMI_HOME: home, ...env } });
    return PATH.split(":").flatMap((folder) => /local\/pulumi\/bin\/(.+)$/.exec(folder)?.[1] ?? []);
  }
  const all = ["nodejs", "kubernetes", "random", "tls", "docker-build", "policy"];

  it("bundles every plugin on a machine that has none", () => {
    expect(bundled({ PATH: "/nowhere" })).toEqual(all);
  });

  it("prefers a published plugin on PATH or in the plugin cache", async () => {
    await writeFile(join(home, "pulumi-language-nodejs"), "");
    await mkdir(join(home, "plugins", "resource-random-v4.21.2"), { recursive: true });
    expect(bundled({ PATH: home })).toEqual(["kubernetes", "tls", "docker-build", "policy"]);
    expect(bundled({ PATH: home, TODO_PLATFORM_PROVIDER: "bundled" })).toEqual(all);
    expect(bundled({ PATH: home, TODO_PLATFORM_PROVIDER: "published" })).toEqual([]);
  });

  it("keeps state, passphrase and Pulumi's own files in the state folder", () => {
    expect(pulumiEnvironment({ stateDir: "/state", env: { TODO_PLATFORM_PROVIDER: "bundled" } })).toMatchObject({
      PULUMI_BACKEND_URL: "file:///state/pulumi",
      PULUMI_CONFIG_PASSPHRASE_FILE: "/state/passphrase",
      PULUMI_HOME: "/state/pulumi-home",
    });
  });

  it("refuses an unknown choice of plugins", () => {
    expect(() => bundled({ TODO_PLATFORM_PROVIDER: "mine" })).toThrow(
      "error: TODO_PLATFORM_PROVIDER: unknown choice of Pulumi plugins: mine\n  -> use auto, published or bundled",
    );
  });
});
