import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { stringify } from "yaml";
import { UserError } from "../user-error.ts";
import { pulumiEnvironment, type PulumiEnvironmentOptions } from "./environment.ts";

/** A stack to be made ready for `pulumi`. */
export interface StackOptions extends PulumiEnvironmentOptions {
  /** The folder with Pulumi.yaml. */
  readonly program: string;
  readonly stack: string;
  /** The stack's configuration, keys with their project (`todo-platform:target`); objects are allowed. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** How to run `pulumi` on a prepared stack. */
export interface PreparedStack {
  readonly env: NodeJS.ProcessEnv;
  /** To be appended to a `pulumi` command: stack and configuration file. */
  readonly args: readonly string[];
}

const execute = promisify(execFile);

// A project folder of its own, because `stack init` writes the stack's file beside Pulumi.yaml.
const projectFolder = (stateDir: string): string => join(stateDir, "project");

/** The configuration file of a prepared stack. */
export const stackFile = (stateDir: string, stack: string): string =>
  join(projectFolder(stateDir), `Pulumi.${stack}.yaml`);

/**
 * Makes a stack ready: passphrase (mode 0600, made once), configuration file and backend in the state folder, the stack
 * created when it is missing, and what an interrupted run has left behind cleared, so that the next `up` converges.
 */
export async function prepareStack(options: StackOptions): Promise<PreparedStack> {
  const { stateDir, stack, program } = options;
  const env = pulumiEnvironment(options);
  const project = projectFolder(stateDir);
  await mkdir(join(stateDir, "pulumi"), { recursive: true, mode: 0o700 });
  await mkdir(project, { recursive: true, mode: 0o700 });
  await copyFile(join(program, "Pulumi.yaml"), join(project, "Pulumi.yaml"));
  const passphrase = join(stateDir, "passphrase");
  if (!existsSync(passphrase))
    await writeFile(passphrase, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  const pulumi = async (...args: string[]): Promise<string> => {
    const all = [...args, "--non-interactive", "--stack", stack];
    return (await execute("pulumi", all, { cwd: project, env, maxBuffer: 2 ** 28 })).stdout;
  };
  if (await isKnown(stateDir, stack)) await recover(pulumi, stateDir, stack);
  else await pulumi("stack", "init");
  const configFile = stackFile(stateDir, stack);
  await writeConfig(configFile, options.config);
  return { env, args: ["--stack", stack, "--config-file", configFile] };
}

async function isKnown(stateDir: string, stack: string): Promise<boolean> {
  const stacks = await readdir(join(stateDir, "pulumi"), { recursive: true });
  return stacks.some((file) => file.startsWith(".pulumi/stacks/") && file.endsWith(`/${stack}.json`));
}

/** The encryption salt that Pulumi has put into the file stays. */
async function writeConfig(file: string, config: Readonly<Record<string, unknown>>): Promise<void> {
  const salt = existsSync(file) ? /^encryptionsalt: .*$/m.exec(await readFile(file, "utf8"))?.[0] : undefined;
  await writeFile(`${file}.new`, `${salt ? `${salt}\n` : ""}${stringify({ config })}`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * A killed `up` leaves a lock, and operations of which nobody knows whether they were done. Objects are applied by name
 * and releases upgraded in place, so doing them again is safe, and both records can go.
 */
async function recover(pulumi: (...args: string[]) => Promise<string>, stateDir: string, stack: string): Promise<void> {
  const locks = join(stateDir, "pulumi", ".pulumi", "locks");
  const files = (await readdir(locks, { recursive: true }).catch(() => [])).filter((file) => file.endsWith(".json"));
  for (const file of files) await refuseLiveLock(join(locks, file), stack);
  if (files.length > 0) await pulumi("cancel", "--yes");
  const state = JSON.parse(await pulumi("stack", "export")) as { deployment?: { pending_operations?: unknown[] } };
  if (!state.deployment?.pending_operations?.length) return;
  delete state.deployment.pending_operations;
  const file = join(stateDir, `${stack}.state.json`);
  await writeFile(file, JSON.stringify(state), { mode: 0o600 });
  await pulumi("stack", "import", "--file", file).finally(() => rm(file));
}

/** A lock whose process still runs is no leftover. */
async function refuseLiveLock(file: string, stack: string): Promise<void> {
  const { pid } = JSON.parse(await readFile(file, "utf8")) as { pid?: number };
  const command = pid === undefined ? "" : await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  if (command.trim() !== "pulumi") return;
  const message = `another pulumi (process ${pid}) is working on the stack ${stack}`;
  throw new UserError([
    { code: "stack-locked", severity: "error", message, remedy: "wait for it, or end that process" },
  ]);
}
