import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { hasUnknown, type Properties, textOf } from "../rpc/property-values.ts";
import type { EngineLog, ResourcePlugin } from "../rpc/resource-kind.ts";
import { ApiClient } from "./api-client.ts";
import type { Cluster } from "./cluster.ts";
import { connectionOf } from "./connection.ts";
import { helmRelease } from "./helm-release.ts";
import { objectKind } from "./object-kind.ts";

/** The Kubernetes plugin: any kind the apiserver offers, and Helm releases. */
export function kubernetesProvider(version: string): ResourcePlugin {
  const abort = new AbortController();
  let cluster: Cluster | undefined;
  return {
    version,
    async configure(config, log) {
      cluster = await connect(config, log, abort.signal);
    },
    kind(type) {
      if (!cluster) throw new Error("the Kubernetes provider is not configured");
      if (type === "kubernetes:helm.sh/v3:Release") return helmRelease(cluster);
      if (/:(yaml|kustomize|helm\.sh)\//.test(type) || type.endsWith("Patch")) {
        throw new Error(`${type} is not offered by the bundled Kubernetes provider; use the published one`);
      }
      return objectKind(cluster, type);
    },
    cancel: () => abort.abort(),
  };
}

async function connect(config: Properties, log: EngineLog, signal: AbortSignal): Promise<Cluster> {
  const path = join(homedir(), ".kube", "config");
  const kubeconfig = textOf(config["kubeconfig"] ?? (existsSync(path) ? path : ""));
  const unconnected = { client: undefined, signal, log, config, kubeconfig };
  if (kubeconfig === "" || hasUnknown(config)) {
    log("warning", "no kubeconfig yet: the preview is made from the inputs alone");
    return unconnected;
  }
  try {
    const connection = await connectionOf(kubeconfig, text(config["context"]));
    const client = new ApiClient(connection, signal, text(config["namespace"]));
    await client.ping();
    return { ...unconnected, client };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log("warning", `the cluster does not answer (${reason}): the preview is made from the inputs alone`);
    return unconnected;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
