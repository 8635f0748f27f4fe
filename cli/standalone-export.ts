import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { renderStandalone } from "../infra/render/standalone/render-standalone.ts";
import { secretsFile } from "../infra/render/standalone/standalone-platform.ts";
import { standalonePorts, type StandalonePorts } from "../infra/render/standalone/standalone-ports.ts";
import { standaloneSecrets, type SecretValues } from "../infra/render/standalone/standalone-secrets.ts";
import { targets } from "../infra/model/targets.ts";
import { todoPlatform } from "../infra/model/todo.ts";
import type { PlatformSpec } from "../infra/model/platform-spec.ts";
import type { RenderedFile } from "../infra/render/rendered-file.ts";
import { repositoryRoot } from "../local/paths.ts";
import { UserError } from "../local/user-error.ts";

/** The platform of this checkout as files for a machine without Kubernetes. */
export interface StandaloneExport {
  readonly platform: PlatformSpec;
  readonly ports: StandalonePorts;
  readonly secrets: SecretValues;
  readonly files: readonly RenderedFile[];
}

const random = (length: number): string => randomBytes(length).toString("base64url").slice(0, length);

const portsFor = (platform: PlatformSpec, offset: string): StandalonePorts => {
  const refuse = (message: string): never => {
    throw new UserError([
      {
        code: "port-offset",
        severity: "error",
        path: "--port-offset",
        value: offset,
        message,
        remedy: "name a whole number, such as 1000",
      },
    ]);
  };
  if (!/^-?\d{1,5}$/.test(offset)) return refuse("is no whole number");
  try {
    return standalonePorts(platform, Number(offset));
  } catch (failure) {
    return refuse((failure as Error).message);
  }
};

/** Makes the export for a folder; secrets that an earlier one made there stay. */
export const standaloneExport = async (folder: string, offset: string): Promise<StandaloneExport> => {
  const platform = todoPlatform(targets.local);
  const ports = portsFor(platform, offset);
  const file = join(folder, secretsFile);
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as SecretValues) : {};
  const secrets = standaloneSecrets(platform, ports.postgres, random, kept);
  const appFolder = (app: string): string => relative(folder, join(repositoryRoot, "apps", app, "dist"));
  return { platform, ports, secrets, files: renderStandalone(platform, { ports, secrets, appFolder }) };
};
