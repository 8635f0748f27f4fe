import { CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import type { TestPlatform } from "../../support/platform-setup.ts";
import { ClusterView } from "../../../infra/verify/cluster-view.ts";
import { forwardPod, type Forwarded } from "../../../infra/verify/pod-forward.ts";
import type { Sidecar } from "../../../infra/verify/sidecar.ts";

/** Namespace of the apps. */
export const appsNamespace = "todo-app";

/** Sidecars and ports of the apps' pods, reached through the apiserver. */
export interface Mesh extends AsyncDisposable {
  /** The sidecar of the app's first pod, with the app's token. */
  sidecar(app: string): Promise<Sidecar>;
  /** A port of the app's first pod on 127.0.0.1. */
  port(app: string, port: number): Promise<Forwarded>;
  /** Values of a Secret of the apps' namespace. */
  secret(name: string): Promise<Record<string, string>>;
}

/** Opens the mesh of the cluster of the tests. */
export const openMesh = ({ kubeconfig: file }: TestPlatform): Mesh => {
  const kubeconfig = new KubeConfig();
  kubeconfig.loadFromFile(file);
  const view = new ClusterView(kubeconfig, appsNamespace);
  const forwarded: Forwarded[] = [];
  const podOf = async (app: string): Promise<string> => {
    const pod = (await view.pods(app)).find(({ ready }) => ready)?.name;
    if (pod === undefined) throw new Error(`no pod of ${app} is ready`);
    return pod;
  };
  return {
    sidecar: async (app) => view.sidecar(app, await podOf(app)),
    port: async (app, port) => {
      const made = await forwardPod(kubeconfig, appsNamespace, await podOf(app), port);
      forwarded.push(made);
      return made;
    },
    secret: async (name) => {
      const secret = await kubeconfig.makeApiClient(CoreV1Api).readNamespacedSecret({ name, namespace: appsNamespace });
      const entries = Object.entries(secret.data ?? {});
      return Object.fromEntries(entries.map(([key, value]) => [key, Buffer.from(value, "base64").toString()]));
    },
    [Symbol.asyncDispose]: async () => {
      for (const made of forwarded) await made[Symbol.asyncDispose]();
      await view[Symbol.asyncDispose]();
    },
  };
};
