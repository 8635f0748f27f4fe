import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, openSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { toolDir } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { run } from "../run.ts";
import { ensureDebianRoot } from "../toolchain/debian-root.ts";
import { ensureTools, programPath } from "../toolchain/ensure-tools.ts";
import { withLock } from "../toolchain/lock.ts";
import { UserError } from "../user-error.ts";
import type { ToolName } from "../versions.ts";
import { writeCertificates } from "./certificates.ts";
import { clusterFiles, readJson, readPlan, type SupervisorStatus } from "./cluster-files.ts";
import { planCluster, withOverrides, type ClusterPlan, type ClusterPorts } from "./cluster-plan.ts";
import { kubeconfigOf, nodeFiles } from "./node-files.ts";
import { readPidFile, waitUntil } from "./processes.ts";
import { endCluster } from "./stop-cluster.ts";

const NODE_TOOLS: readonly ToolName[] = ["etcd", "kubernetes", "registry"];
const READY_MS = 120_000;

/** A running cluster. */
export interface Cluster {
  readonly plan: ClusterPlan;
  readonly kubeconfig: string;
  /** True when this call started it. */
  readonly started: boolean;
}

/**
 * Starts a cluster unless it runs, and waits until its node is Ready. What an earlier run left half done is cleaned up
 * first; its data stays.
 */
export async function startCluster(name: string, progress: Progress): Promise<Cluster> {
  const files = clusterFiles(name);
  await ensureTools(NODE_TOOLS, progress);
  const rootFileSystem = await ensureDebianRoot("node", progress);
  return withLock(files.lock, async () => {
    const running = await runningCluster(name);
    if (running !== undefined) return running;
    await endCluster(name);
    const plan = await decidePlan(name);
    await checkPorts(plan);
    return progress.step(`start cluster ${name}`, async (note) => {
      await writeNodeFiles(plan);
      await writeFile(files.launch, JSON.stringify({ rootFileSystem, tools: NODE_TOOLS.map((tool) => toolDir(tool)) }));
      const supervisor = launchSupervisor(name);
      await waitForNode(name, () => supervisor.exitCode !== null, note);
      return { plan, kubeconfig: files.kubeconfig, started: true };
    });
  });
}

/** The cluster when its supervisor lives and its node is Ready. */
export async function runningCluster(name: string): Promise<Cluster | undefined> {
  const files = clusterFiles(name);
  const plan = await readPlan(name);
  if (plan === undefined || (await readPidFile(files.pid)) === undefined) return undefined;
  const ready = await waitUntil(() => nodeReady(name), 15_000, 300);
  return ready ? { plan, kubeconfig: files.kubeconfig, started: false } : undefined;
}

/** Runs the pinned kubectl against a cluster. */
export function kubectl(
  name: string,
  args: readonly string[],
  options: Parameters<typeof run>[2] = {},
): ReturnType<typeof run> {
  return run(programPath("kubernetes", "kubectl"), ["--kubeconfig", clusterFiles(name).kubeconfig, ...args], options);
}

async function decidePlan(name: string): Promise<ClusterPlan> {
  const files = clusterFiles(name);
  // etcd and the certificates know the node's address, so a cluster keeps it.
  const fresh = await planCluster(name);
  const earlier = await readPlan(name);
  const plan = { ...fresh, ...earlier, ports: await keptPorts(name, earlier, fresh) };
  for (const folder of [files.logs, files.node, files.root]) await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(files.plan, JSON.stringify(plan, null, 2));
  return plan;
}

/**
 * Ports that were found free once are kept while they are: the stack's state knows the apiserver by its port, and a
 * refresh or a destroy goes there.
 */
async function keptPorts(name: string, earlier: ClusterPlan | undefined, fresh: ClusterPlan): Promise<ClusterPorts> {
  if (name === "local" || earlier === undefined) return fresh.ports;
  const free = await Promise.all(Object.values(earlier.ports).map((port: number) => isFree(port)));
  return free.every(Boolean) ? withOverrides(earlier.ports, process.env) : fresh.ports;
}

async function writeNodeFiles(plan: ClusterPlan): Promise<void> {
  const files = clusterFiles(plan.name);
  if (!existsSync(files.encryptionKey)) {
    await writeFile(files.encryptionKey, randomBytes(32).toString("base64"), { mode: 0o600 });
  }
  const pki = join(files.node, "pki");
  await writeCertificates(pki, plan);
  const content = nodeFiles(plan, await readFile(files.encryptionKey, "utf8"));
  for (const [path, text] of Object.entries(content)) {
    await mkdir(dirname(join(files.node, path)), { recursive: true });
    await writeFile(join(files.node, path), text, { mode: 0o600 });
  }
  await writeFile(files.kubeconfig, await adminKubeconfig(plan, pki), { mode: 0o600 });
}

/** The kubeconfig for the machine, with the certificates inside, so that the one file is enough. */
async function adminKubeconfig(plan: ClusterPlan, pki: string): Promise<string> {
  const text = JSON.stringify(
    kubeconfigOf(plan.name, `https://127.0.0.1:${plan.ports.apiserver}`, "ca", "admin", "admin"),
    null,
    2,
  );
  const data = async (file: string): Promise<string> => (await readFile(join(pki, file))).toString("base64");
  return text
    .replace('"certificate-authority": "ca"', `"certificate-authority-data": "${await data("ca.crt")}"`)
    .replace('"client-certificate": "admin"', `"client-certificate-data": "${await data("admin.crt")}"`)
    .replace('"client-key": "admin"', `"client-key-data": "${await data("admin.key")}"`);
}

function launchSupervisor(name: string): ReturnType<typeof spawn> {
  const files = clusterFiles(name);
  const log = openSync(join(files.logs, "supervisor.log"), "a");
  const script = join(import.meta.dirname, "supervisor.ts");
  const child = spawn(process.execPath, [script, name], {
    detached: true,
    stdio: ["ignore", log, log],
    cwd: files.folder,
  });
  child.unref();
  return child;
}

async function waitForNode(name: string, died: () => boolean, note: (text: string) => void): Promise<void> {
  const files = clusterFiles(name);
  let down: string[] = [];
  const ready = await waitUntil(async () => {
    const status = await readJson<SupervisorStatus>(files.status);
    down = Object.entries(status?.components ?? {}).flatMap(([key, { state }]) => (state === "running" ? [] : [key]));
    note(down.length === 0 ? "waiting for the node to be Ready" : `waiting for ${down.join(", ")}`);
    return died() || ((await readPidFile(files.pid)) !== undefined && (await nodeReady(name)));
  }, READY_MS);
  if (ready && !died()) return;
  const remedy = `read the logs in ${files.logs}, then run 'npm start' again`;
  const what = died() ? "its supervisor ended" : `not ready: ${down.join(", ") || "the node"}`;
  throw new UserError([
    { code: "cluster-not-ready", severity: "error", path: name, message: `the cluster did not start; ${what}`, remedy },
  ]);
}

async function nodeReady(name: string): Promise<boolean> {
  const path = '-o=jsonpath={.status.conditions[?(@.type=="Ready")].status}';
  const { code, stdout } = await kubectl(name, ["get", "node", name, path, "--request-timeout=5s"], {
    allowFailure: true,
  });
  if (code !== 0 || stdout !== "True") return false;
  // Pods are refused until the controllers have made this one.
  return (await kubectl(name, ["get", "serviceaccount", "default"], { allowFailure: true })).code === 0;
}

async function checkPorts(plan: ClusterPlan): Promise<void> {
  const ports = Object.entries(plan.ports) as [string, number][];
  const taken = await Promise.all(ports.map(async ([key, port]) => ({ key, port, free: await isFree(port) })));
  const problems = taken
    .filter(({ free }) => !free)
    .map(({ key, port }) => {
      const variable = `TODO_PLATFORM_PORT_${key.toUpperCase()}`;
      const remedy = `stop what listens there (ss -ltnp 'sport = :${port}'), or set ${variable} to another port`;
      return {
        code: "port-taken",
        severity: "error",
        path: variable,
        value: port,
        message: `port ${port} is taken`,
        remedy,
      } as const;
    });
  if (problems.length > 0) throw new UserError(problems);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
