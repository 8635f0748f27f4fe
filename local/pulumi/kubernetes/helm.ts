import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../run.ts";
import type { Cluster } from "./cluster.ts";
import { textOf } from "../rpc/property-values.ts";

/** Runs helm in a release's namespace; `input` goes to its stdin, so that values with secrets never touch a disk. */
export type Helm = (args: readonly string[], input?: string) => Promise<string>;

/** What helm says of a release. */
export interface ReleaseStatus {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  /** `deployed`, `failed`, `pending-install` ... */
  readonly status: string;
}

/** The helm program on the provider's cluster. */
export function helm(cluster: Cluster, namespace: string): Helm {
  return async (args, input) => {
    const folder = await mkdtemp(join(tmpdir(), "pulumi-helm-"));
    try {
      const kubeconfig = /\n|\{/.test(cluster.kubeconfig) ? join(folder, "kubeconfig") : cluster.kubeconfig;
      if (kubeconfig !== cluster.kubeconfig) await writeFile(kubeconfig, cluster.kubeconfig, { mode: 0o600 });
      const context = cluster.config["context"];
      const connection = [
        "--kubeconfig",
        kubeconfig,
        "--namespace",
        namespace,
        ...(context ? ["--kube-context", textOf(context)] : []),
      ];
      const options = { signal: cluster.signal, ...(input !== undefined && { input }) };
      return (await run("helm", [...args, ...connection], options)).stdout;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** The state of a release; undefined when there is none. */
export async function releaseStatus(run: Helm, name: string): Promise<ReleaseStatus | undefined> {
  try {
    const found = JSON.parse(await run(["status", name, "--output", "json"])) as StatusAnswer;
    return { name: found.name, namespace: found.namespace, revision: found.version, status: found.info.status };
  } catch (error) {
    if (error instanceof Error && error.message.includes("not found")) return undefined;
    throw error;
  }
}

interface StatusAnswer {
  readonly name: string;
  readonly namespace: string;
  readonly version: number;
  readonly info: { readonly status: string };
}
