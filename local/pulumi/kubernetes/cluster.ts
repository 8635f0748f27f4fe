import { type Properties, textOf } from "../rpc/property-values.ts";
import type { EngineLog } from "../rpc/resource-kind.ts";
import type { ApiClient } from "./api-client.ts";

/** The configured cluster and the provider's switches, which bear the names of the published provider's. */
export interface Cluster {
  /** Undefined when there is no kubeconfig yet or the apiserver does not answer: previews then plan from the inputs. */
  readonly client: ApiClient | undefined;
  readonly signal: AbortSignal;
  readonly log: EngineLog;
  readonly config: Properties;
  /** The connection in the form command-line tools want: a kubeconfig's contents or path. */
  readonly kubeconfig: string;
}

/** A switch of the provider's configuration; the engine sends them as text. */
export function isOn(cluster: Cluster, name: string): boolean {
  return textOf(cluster.config[name]) === "true";
}

/** The connection, for operations that cannot do without. */
export function connected(cluster: Cluster): ApiClient {
  if (cluster.client) return cluster.client;
  throw new Error(
    "the Kubernetes cluster cannot be reached: check the kubeconfig of the provider and that the cluster runs",
  );
}
