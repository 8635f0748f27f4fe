import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { versions } from "../versions.ts";
import { nodeNetwork } from "./cluster-plan.ts";
import { kubectl } from "./start-cluster.ts";

/** The manifests of DNS, storage and the roles of the node's own processes. */
export async function systemManifests(): Promise<string> {
  const values: Readonly<Record<string, string>> = { ...versions.images, ...nodeNetwork };
  const template = await readFile(join(import.meta.dirname, "system.yaml"), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`system.yaml names an unknown value '${key}'`);
    return value;
  });
}

/** Applies them and waits until DNS and storage are ready; its images must be loaded. */
export async function applySystem(cluster: string): Promise<void> {
  const input = await systemManifests();
  await kubectl(cluster, ["apply", "--server-side", "--force-conflicts", "--field-manager=todo-platform", "-f", "-"], {
    input,
  });
  const wait = (namespace: string, name: string): Promise<unknown> =>
    kubectl(cluster, ["-n", namespace, "rollout", "status", `deployment/${name}`, "--timeout=120s"]);
  await Promise.all([wait("kube-system", "coredns"), wait("local-path-storage", "local-path-provisioner")]);
}
