import { readFileSync } from "node:fs";
import type * as https from "node:https";

/** Where an apiserver is, and how to show oneself there. */
export interface Connection {
  readonly server: string | undefined;
  /** The namespace of what names none. */
  readonly namespace: string;
  readonly options: https.RequestOptions;
}

interface Kubeconfig {
  readonly "current-context"?: string;
  readonly contexts?: readonly { name: string; context?: { cluster?: string; user?: string; namespace?: string } }[];
  readonly clusters?: readonly { name: string; cluster?: Partial<Record<string, string>> }[];
  readonly users?: readonly { name: string; user?: Partial<Record<string, string>> }[];
}

/** Reads a kubeconfig, given by its contents or a path; of its contexts the given one, or else the current one. */
export async function connectionOf(kubeconfig: string, context?: string): Promise<Connection> {
  const text = /\n|\{/.test(kubeconfig) ? kubeconfig : readFileSync(kubeconfig, "utf8");
  return plainConnection(text, context) ?? (await clientConnection(text, context));
}

/**
 * The connection of a kubeconfig in JSON that holds its certificates, as the embedded cluster's: read here, since the
 * client library takes longer to load than all the rest of this plugin. Undefined for every other one.
 */
function plainConnection(text: string, context?: string): Connection | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  const { contexts, clusters, users, ...config } = JSON.parse(text) as Kubeconfig;
  const chosen = contexts?.find(({ name }) => name === (context ?? config["current-context"]))?.context;
  const cluster = clusters?.find(({ name }) => name === chosen?.cluster)?.cluster;
  const user = users?.find(({ name }) => name === chosen?.user)?.user;
  if (!hasExactly(cluster, "server", "certificate-authority-data")) return undefined;
  if (!hasExactly(user, "client-certificate-data", "client-key-data")) return undefined;
  const ca = decoded(cluster["certificate-authority-data"]);
  const cert = decoded(user["client-certificate-data"]);
  const options = { ca, cert, key: decoded(user["client-key-data"]) };
  return { server: cluster["server"], namespace: chosen?.namespace ?? "default", options };
}

function hasExactly<Key extends string>(
  object: Partial<Record<string, string>> | undefined,
  ...keys: readonly Key[]
): object is Partial<Record<string, string>> & Record<Key, string> {
  return object !== undefined && Object.keys(object).sort().join() === [...keys].sort().join();
}

function decoded(base64: string): Buffer {
  return Buffer.from(base64, "base64");
}

/** Whatever the client library understands: files, tokens, programs to ask. */
async function clientConnection(text: string, context?: string): Promise<Connection> {
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  config.loadFromString(text);
  if (context) config.setCurrentContext(context);
  const options: https.RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const namespace = config.getContextObject(config.getCurrentContext())?.namespace ?? "default";
  return { server: config.getCurrentCluster()?.server, namespace, options };
}
