import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { cacheRoot, repositoryRoot, toolDir } from "../paths.ts";
import { UserError } from "../user-error.ts";
import { versionOf } from "../versions.ts";

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
const recorders: readonly string[] = ["azure-native", "digitalocean"];
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
  const callers = join(env["PULUMI_HOME"] || join(homedir(), ".pulumi"), "plugins");
  const published = existsSync(callers)
    ? readdirSync(callers).find((entry) => entry.startsWith(`${kind}-${name}-v`))
    : undefined;
  if (choice !== "bundled" && published) return [[published, join(callers, published, program)]];
  const onPath = (env["PATH"] ?? "").split(delimiter).some((folder) => folder && existsSync(join(folder, program)));
  if (choice === "published" || (choice === "auto" && onPath)) return [];
  return [[`${kind}-${name}-v${pluginVersion(name)}`, join(repositoryRoot, "local", "pulumi", "bin", name, program)]];
}

/** The engine wants a provider of the version of its npm package, and the other plugins of its own. */
function pluginVersion(name: PluginName): string {
  if (plugins[name] !== "resource") return versionOf("pulumi");
  const manifest = readFileSync(join(repositoryRoot, "node_modules", "@pulumi", name, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
