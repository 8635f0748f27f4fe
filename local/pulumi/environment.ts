import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { repositoryRoot, toolDir } from "../paths.ts";
import { UserError } from "../user-error.ts";

/** Where a stack's state lies and which plugins run it. */
export interface PulumiEnvironmentOptions {
  /** The cluster's state folder; the stack state, the passphrase and Pulumi's own files are put below it. */
  readonly stateDir: string;
  /** The environment to start from. @default process.env */
  readonly env?: NodeJS.ProcessEnv;
}

/** The plugins the stacks use: folder below `bin`, and the program the engine looks for. */
const plugins = {
  nodejs: "pulumi-language-nodejs",
  kubernetes: "pulumi-resource-kubernetes",
  random: "pulumi-resource-random",
  tls: "pulumi-resource-tls",
  "docker-build": "pulumi-resource-docker-build",
  policy: "pulumi-analyzer-policy",
} as const;

/**
 * The environment in which the pinned `pulumi` runs: its program and plugins on PATH, a file backend and a passphrase
 * file in the state folder. `TODO_PLATFORM_PROVIDER` chooses the plugins: `auto` takes a published one where PATH or
 * Pulumi's plugin cache has it, `published` only those, `bundled` only ours.
 *
 * @throws UserError when `TODO_PLATFORM_PROVIDER` has another value.
 */
export function pulumiEnvironment({ stateDir, env = process.env }: PulumiEnvironmentOptions): NodeJS.ProcessEnv {
  const tools = [dirname(process.execPath), ...(["pulumi", "helm"] as const).map((tool) => join(toolDir(tool), "bin"))];
  const path = [...bundledPlugins(env), ...tools, env["PATH"] ?? ""].join(delimiter);
  return {
    ...env,
    PATH: path,
    PULUMI_BACKEND_URL: `file://${join(stateDir, "pulumi")}`,
    PULUMI_CONFIG_PASSPHRASE_FILE: join(stateDir, "passphrase"),
    PULUMI_HOME: publishedHome(env) ?? join(stateDir, "pulumi-home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // A field changed by hand is taken back by the next `up`, as the stack is the source of truth.
    PULUMI_K8S_ENABLE_PATCH_FORCE: "true",
  };
}

function bundledPlugins(env: NodeJS.ProcessEnv): string[] {
  const choice = env["TODO_PLATFORM_PROVIDER"] || "auto";
  if (!["auto", "published", "bundled"].includes(choice)) {
    const remedy = "use auto, published or bundled";
    const message = `unknown choice of Pulumi plugins: ${choice}`;
    throw new UserError([
      {
        code: "unknown-provider-choice",
        severity: "error",
        path: "TODO_PLATFORM_PROVIDER",
        value: choice,
        message,
        remedy,
      },
    ]);
  }
  const names = Object.keys(plugins) as (keyof typeof plugins)[];
  const chosen = names.filter((name) => choice === "bundled" || (choice === "auto" && !isPublished(name, env)));
  return chosen.map((name) => join(repositoryRoot, "local", "pulumi", "bin", name));
}

/** A published plugin is a program on PATH, or a folder such as `resource-random-v4.21.2` in the plugin cache. */
function isPublished(name: keyof typeof plugins, env: NodeJS.ProcessEnv): boolean {
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, plugins[name])));
  return onPath || cachedPlugins(env).some((entry) => entry.startsWith(`resource-${name}-v`));
}

function cachedPlugins(env: NodeJS.ProcessEnv): string[] {
  const cache = join(env["PULUMI_HOME"] || join(homedir(), ".pulumi"), "plugins");
  return existsSync(cache) ? readdirSync(cache) : [];
}

/** Published plugins are found through the caller's Pulumi home; otherwise nothing is read or written there. */
function publishedHome(env: NodeJS.ProcessEnv): string | undefined {
  if (env["TODO_PLATFORM_PROVIDER"] === "bundled" || cachedPlugins(env).length === 0) return undefined;
  return env["PULUMI_HOME"] || join(homedir(), ".pulumi");
}
