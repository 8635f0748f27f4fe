import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stateDir } from "../paths.ts";
import type { ClusterPlan } from "./cluster-plan.ts";

/** What the supervisor writes about one component. */
export interface ComponentStatus {
  readonly state: "waiting" | "running" | "restarting";
  readonly pid?: number;
  readonly restarts: number;
  /** How it last ended, with the last lines of its log. */
  readonly lastExit?: { readonly at: string; readonly how: string; readonly lines: readonly string[] };
}

/** The supervisor's view (`status.json`). */
export interface SupervisorStatus {
  /** Process 1 of the node, as the machine numbers it. */
  readonly init: number;
  readonly components: Readonly<Record<string, ComponentStatus>>;
}

/** How the supervisor is to start the node (`launch.json`). */
export interface Launch {
  readonly rootFileSystem: string;
  readonly tools: readonly string[];
}

/** The files of a cluster's state folder. */
export function clusterFiles(name: string) {
  const folder = stateDir(name);
  const file = (path: string): string => join(folder, path);
  return {
    folder,
    lock: `${folder}.lock`,
    plan: file("cluster.json"),
    launch: file("launch.json"),
    status: file("status.json"),
    pid: file("supervisor.pid"),
    kubeconfig: file("kubeconfig"),
    node: file("node"),
    root: file("root"),
    logs: file("logs"),
    encryptionKey: file("encryption.key"),
  };
}

/** The plan of a cluster that was started before. */
export function readPlan(name: string): Promise<ClusterPlan | undefined> {
  return readJson<ClusterPlan>(clusterFiles(name).plan);
}

/** A JSON file's content, or undefined when it is not there or half written. */
export async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
