import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** The helm program (`TODO_PLATFORM_HELM`, else the one on PATH) on the provider's cluster. */
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
      return await run([...args, ...connection], input ?? "", cluster.signal);
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

async function run(args: readonly string[], input: string, signal: AbortSignal): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(process.env["TODO_PLATFORM_HELM"] ?? "helm", args, { signal, killSignal: "SIGINT" });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(out.join(""));
      else reject(new Error(`helm ${args.slice(0, 2).join(" ")}: ${err.join("").trim()}`));
    });
    child.stdin.end(input);
  });
}
