import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { cacheRoot, repositoryRoot, toolDir } from "../paths.ts";
import { UserError, type Problem } from "../user-error.ts";
import { versionOf } from "../versions.ts";
import { recordedProviders, type RecordedProvider } from "./recorder/declarations.ts";

/** Where a stack's state lies and which plugins run it. */
export interface PulumiEnvironmentOptions {
  /** The cluster's state folder; the stack state, the passphrase and Pulumi's own files are put below it. */
  readonly stateDir: string;
  /** The environment to start from. @default process.env */
  readonly env?: NodeJS.ProcessEnv;
}

/** The plugins the stacks use, by their folder in `bin`, with the kind under which the engine looks for them. */
const plugins = {
  nodejs: "language",
  policy: "analyzer",
  kubernetes: "resource",
  random: "resource",
  tls: "resource",
  "docker-build": "resource",
  "azure-native": "resource",
  digitalocean: "resource",
} as const;
/** Ours of these create nothing, so they are taken only where that is wanted. */
const recorders: readonly string[] = recordedProviders;
/** What lets a real plugin into its cloud, and into the clusters there. */
const logins: Readonly<Record<RecordedProvider, string>> = {
  "azure-native": "az login, with kubelogin on PATH",
  digitalocean: "set DIGITALOCEAN_TOKEN and DIGITALOCEAN_ACCESS_TOKEN, with doctl on PATH",
};
type PluginName = keyof typeof plugins;

/**
 * The environment in which the pinned `pulumi` runs: its program on PATH, a Pulumi home of its own with the plugins, a
 * file backend and a passphrase file, all in the state folder. `TODO_PLATFORM_PROVIDER` chooses the plugins: `auto` takes
 * a published one where PATH or the caller's plugin cache has it, `published` only those, `bundled` only ours.
 * `TODO_PLATFORM_CLOUDS=recorded` puts recorders in the clouds' place, which create nothing; without it only the
 * published plugins reach a cloud.
 *
 * @throws UserError when `TODO_PLATFORM_PROVIDER` has another value.
 */
export function pulumiEnvironment({ stateDir, env = process.env }: PulumiEnvironmentOptions): NodeJS.ProcessEnv {
  const choice = env["TODO_PLATFORM_PROVIDER"] || "auto";
  const home = join(stateDir, "pulumi-home");
  linkPlugins(join(home, "plugins"), choice, env);
  const tools = [dirname(process.execPath), ...(["pulumi", "helm"] as const).map((tool) => join(toolDir(tool), "bin"))];
  return {
    ...env,
    PATH: [...tools, env["PATH"] ?? ""].join(delimiter),
    // Without the attribute files beside its state, which are not written atomically: a kill left them empty, and the
    // state could not be read any more.
    PULUMI_BACKEND_URL: `file://${join(stateDir, "pulumi")}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE_FILE: join(stateDir, "passphrase"),
    PULUMI_HOME: home,
    // The plugins and the program find their sources compiled by an earlier run.
    NODE_COMPILE_CACHE: env["NODE_COMPILE_CACHE"] || join(cacheRoot(), "compile-cache"),
    PULUMI_IGNORE_AMBIENT_PLUGINS: String(choice === "bundled"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // A field changed by hand is taken back by the next `up`, as the stack is the source of truth.
    PULUMI_K8S_ENABLE_PATCH_FORCE: "true",
  };
}

/** Fills a plugin cache with links to the chosen plugins; one on PATH needs none. */
function linkPlugins(cache: string, choice: string, env: NodeJS.ProcessEnv): void {
  if (!["auto", "published", "bundled"].includes(choice)) {
    const remedy = "use auto, published or bundled";
    const message = `unknown choice of Pulumi plugins: ${choice}`;
    const path = "TODO_PLATFORM_PROVIDER";
    throw new UserError([{ code: "unknown-provider-choice", severity: "error", path, value: choice, message, remedy }]);
  }
  const wanted = new Map((Object.keys(plugins) as PluginName[]).flatMap((name) => pluginLink(name, choice, env)));
  mkdirSync(cache, { recursive: true });
  for (const folder of readdirSync(cache)) if (!wanted.has(folder)) rmSync(join(cache, folder), { recursive: true });
  for (const [folder, program] of wanted) {
    const link = join(cache, folder, basename(program));
    if (existsSync(link) && readlinkSync(link) === program) continue;
    rmSync(join(cache, folder), { recursive: true, force: true });
    mkdirSync(join(cache, folder));
    symlinkSync(program, link);
  }
}

/** The folder in the plugin cache and the program of the chosen plugin. */
function pluginLink(name: PluginName, wanted: string, env: NodeJS.ProcessEnv): [string, string][] {
  const recorded = env["TODO_PLATFORM_CLOUDS"] === "recorded" ? "bundled" : "published";
  const choice = recorders.includes(name) ? recorded : wanted;
  const kind = plugins[name];
  const program = `pulumi-${kind}-${name}`;
  const published = cachedPlugin(name, env);
  if (choice !== "bundled" && published) return [[basename(dirname(published)), published]];
  if (choice === "published" || (choice === "auto" && isOnPath(program, env))) return [];
  return [[`${kind}-${name}-v${pluginVersion(name)}`, join(repositoryRoot, "local", "pulumi", "bin", name, program)]];
}

/** The program of a published plugin in the caller's plugin cache. */
function cachedPlugin(name: PluginName, env: NodeJS.ProcessEnv): string | undefined {
  const start = `${plugins[name]}-${name}`;
  const cache = join(env["PULUMI_HOME"] || join(homedir(), ".pulumi"), "plugins");
  const found = existsSync(cache) ? readdirSync(cache).find((entry) => entry.startsWith(`${start}-v`)) : undefined;
  return found === undefined ? undefined : join(cache, found, `pulumi-${start}`);
}

function isOnPath(program: string, env: NodeJS.ProcessEnv): boolean {
  return (env["PATH"] ?? "").split(delimiter).some((folder) => folder && existsSync(join(folder, program)));
}

/**
 * What a stack of a cloud lacks to be previewed; undefined when its plugin is there, or a recorder in its place.
 */
export function missingCloud(name: RecordedProvider, env: NodeJS.ProcessEnv = process.env): Problem | undefined {
  const isThere = cachedPlugin(name, env) !== undefined || isOnPath(`pulumi-resource-${name}`, env);
  if (isThere || env["TODO_PLATFORM_CLOUDS"] === "recorded") return undefined;
  const version = pluginVersion(name);
  return {
    code: "cloud-plugin-missing",
    severity: "error",
    path: name,
    value: version,
    message: `Pulumi's plugin for ${name} is not on this machine, and nothing stands in for the cloud`,
    remedy: `for the cloud itself: pulumi plugin install resource ${name} ${version}, then ${logins[name]}; to see without any of it what would be made: set TODO_PLATFORM_CLOUDS=recorded`,
  };
}

/** The engine wants a provider of the version of its npm package, and the other plugins of its own. */
function pluginVersion(name: PluginName): string {
  if (plugins[name] !== "resource") return versionOf("pulumi");
  const manifest = readFileSync(join(repositoryRoot, "node_modules", "@pulumi", name, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
