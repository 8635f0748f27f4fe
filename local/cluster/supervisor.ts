// The process that keeps a cluster running: `node supervisor.ts <cluster>`, detached from the terminal. It starts the
// node, starts its components, restarts what dies, and forwards the ports of 127.0.0.1 into the node. When it ends, by
// whatever signal, the kernel ends the node with it.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, openSync, readdirSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { clusterFiles, readJson, type ComponentStatus, type Launch } from "./cluster-files.ts";
import { nodePorts, type ClusterPlan, type ClusterPorts } from "./cluster-plan.ts";
import { clusterComponents } from "./components.ts";
import { forward } from "./forward.ts";
import { connectNode, createCgroups, removeHostResources } from "./host-resources.ts";
import { childOf, signal, waitUntil, writePidFile } from "./processes.ts";
import { superviseComponent, type Supervised } from "./supervise-component.ts";

const STOP_MS = 8000;
// Ended first, so that nobody restarts the pods that are told to end next.
const CONTROLLERS = ["kubelet", "kube-controller-manager", "kube-scheduler", "kube-proxy"];
// Holds no state, and would wait a minute for its watchers.
const STATELESS = ["kube-apiserver"];

const cluster = process.argv[2] ?? "";
const files = clusterFiles(cluster);
const plan = await readRequired<ClusterPlan>(files.plan);
const launch = await readRequired<Launch>(files.launch);
await writePidFile(files.pid, process.pid);

await removeHostResources(cluster);
await createCgroups(cluster);
const machine = startNode();
const init = await childOf(machine.pid ?? 0);
await connectNode(cluster, init, plan.hostIp);
const ready = await waitUntil(() => existsSync(`/proc/${init}/root/run/node-ready`), 20_000, 20);
if (!ready) throw new Error("the node did not come up; see logs/node.log");

const components: Supervised[] = [];
let saving = Promise.resolve();
let stopping = false;
for (const component of clusterComponents(plan)) {
  const needs = components.filter(({ name }) => component.after?.includes(name));
  components.push(
    superviseComponent(component, {
      init,
      logs: files.logs,
      nodeIp: plan.nodeIp,
      pki: join(files.node, "pki"),
      needs,
      changed: saveStatus,
    }),
  );
}
await saveStatus();
for (const [name, port] of Object.entries(plan.ports) as [keyof ClusterPorts, number][]) {
  forward(port, plan.nodeIp, nodePorts[name]);
}

process.on("SIGTERM", () => void stop(0));
process.on("SIGINT", () => void stop(0));
process.on("SIGHUP", () => undefined);
machine.on("exit", () => void stop(1));

function startNode(): ChildProcess {
  const log = openSync(join(files.logs, "node.log"), "a");
  const script = join(import.meta.dirname, "node-init.sh");
  const unshare = ["unshare", "--net", "--pid", "--mount", "--ipc", "--uts", "--fork", "--kill-child"];
  const args = [files.folder, launch.rootFileSystem, plan.nodeIp, plan.hostIp, plan.name, ...launch.tools];
  return spawn("setpriv", ["--pdeathsig", "KILL", ...unshare, "/bin/sh", script, ...args], {
    stdio: ["ignore", log, log],
    cwd: files.folder,
  });
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const all = [...components];
  for (const component of all) component.retire();
  for (const { name, pid } of all) if (CONTROLLERS.includes(name)) signal(pid(), "SIGTERM");
  await waitUntil(() => all.every(({ name, pid }) => !CONTROLLERS.includes(name) || pid() === undefined), 3000);
  for (const { name, pid } of all) if (STATELESS.includes(name)) signal(pid(), "SIGKILL");
  if (machine.exitCode === null && machine.signalCode === null) await endProcesses();
  signal(machine.pid, "SIGKILL");
  await waitUntil(() => !existsSync(`/proc/${init}`), 5000);
  await removeHostResources(cluster);
  await Promise.all([rm(files.pid, { force: true }), rm(files.status, { force: true })]);
  process.exit(code);
}

/** Asks every process of the node to end (databases write what they hold), and waits until only process 1 is left. */
async function endProcesses(): Promise<void> {
  spawn("nsenter", ["-t", String(init), "-p", "-m", "-r", "/bin/sh", "-c", "kill -TERM -1"], { stdio: "ignore" });
  await sleep(200);
  await waitUntil(() => processesInNode() <= 2, STOP_MS);
}

function processesInNode(): number {
  try {
    return readdirSync(`/proc/${init}/root/proc`).filter((entry) => /^\d+$/.test(entry)).length;
  } catch {
    return 0;
  }
}

/** One write after the other, each with the newest state. */
function saveStatus(): Promise<void> {
  saving = saving.then(writeStatus);
  return saving;
}

async function writeStatus(): Promise<void> {
  const entries = components.map(({ name, status }): [string, ComponentStatus] => [name, status()]);
  const draft = `${files.status}.draft`;
  await writeFile(draft, JSON.stringify({ init, components: Object.fromEntries(entries) }, null, 2));
  await rename(draft, files.status);
}

async function readRequired<T>(file: string): Promise<T> {
  const content = await readJson<T>(file);
  if (content === undefined) throw new Error(`${file} cannot be read`);
  return content;
}
