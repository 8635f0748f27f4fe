import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { LiveApp, type Bundle } from "../infra/dev/live-app.ts";
import { remedyForName } from "../infra/model/names.ts";
import { clusterFiles } from "../local/cluster/cluster-files.ts";
import { UserError } from "../local/user-error.ts";
import type { CommandContext, CommandResult } from "./command.ts";
import { requireRunning } from "./running.ts";
import { localPlatform } from "./stack.ts";
import { bundleApps, ownApps, watchApps } from "./watch-apps.ts";

const refuseUnknown = (app: string, apps: readonly string[]): void => {
  if (apps.includes(app)) return;
  throw new UserError([
    {
      code: "unknown-app",
      severity: "error",
      value: app,
      message:
        app === "" ? "name an app, or --standalone for all of them without a cluster" : `there is no app '${app}'`,
      remedy: remedyForName(app, apps, "apps"),
    },
  ]);
};

const readBundle = async (folder: string): Promise<Bundle> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const)),
  );
};

/** What has changed since the last bundle. */
const newFiles = (bundle: Bundle, before: Bundle): Bundle =>
  new Map([...bundle].filter(([path, bytes]) => !Buffer.from(before.get(path) ?? []).equals(bytes)));

/** Lets one app of a running cluster run from its source until it is told to end. */
export const devApp = async (
  { cluster, args: [app = ""], options, progress, json }: CommandContext,
  signal: AbortSignal,
): Promise<CommandResult> => {
  const platform = localPlatform(cluster);
  refuseUnknown(app, Object.keys(platform.topology.apps));
  await requireRunning(cluster);
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(clusterFiles(cluster).kubeconfig);
  const source = typeof options["source"] === "string" ? resolve(options["source"]) : ownApps;
  const live = new LiveApp({ kubeconfig, namespace: platform.namespace, app });
  const target = await mkdtemp(join(tmpdir(), "todo-live-"));
  let last: Bundle = new Map();
  const push = async (): Promise<void> => {
    const start = performance.now();
    await bundleApps(source, target, app);
    const bundle = await readBundle(join(target, app, "dist"));
    const changed = newFiles(bundle, last);
    if (changed.size === 0) return;
    await live.push(changed);
    last = bundle;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      json ? JSON.stringify({ app, pushed: [...changed.keys()].sort() }) : `${app} runs what you have (${seconds} s)`,
    );
  };
  const stopping = new AbortController();
  try {
    await progress.step(`a pod of ${app} for your source`, () => live.open(["--enable-source-maps"]));
    await push();
    watchApps(source, push, stopping.signal);
    if (!signal.aborted) await new Promise((done) => signal.addEventListener("abort", done));
  } finally {
    stopping.abort();
    await progress.step(`give ${app} its image back`, () => live.restore());
    await rm(target, { recursive: true, force: true });
  }
  return { ok: true, problems: [] };
};
