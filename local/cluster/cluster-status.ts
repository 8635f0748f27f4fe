import { clusterFiles, readJson, readPlan, type ComponentStatus, type SupervisorStatus } from "./cluster-files.ts";
import type { ClusterPlan } from "./cluster-plan.ts";
import { readPidFile } from "./processes.ts";

/** What is known about a cluster from outside. */
export interface ClusterStatus {
  readonly name: string;
  /** `absent`: never started or destroyed; `stopped`: its data is there. */
  readonly state: "absent" | "stopped" | "running";
  readonly plan?: ClusterPlan;
  readonly components: Readonly<Record<string, ComponentStatus>>;
}

/** Reads a cluster's state without changing anything. */
export async function clusterStatus(name: string): Promise<ClusterStatus> {
  const files = clusterFiles(name);
  const plan = await readPlan(name);
  if (plan === undefined) return { name, state: "absent", components: {} };
  const running = (await readPidFile(files.pid)) !== undefined;
  const status = running ? await readJson<SupervisorStatus>(files.status) : undefined;
  return { name, state: running ? "running" : "stopped", plan, components: status?.components ?? {} };
}
