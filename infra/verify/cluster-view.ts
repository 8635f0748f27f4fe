import { CoreV1Api, type KubeConfig, type V1Pod } from "@kubernetes/client-node";
import { appApiTokenSecret, daprApiTokenSecret } from "../model/dapr/sidecar.ts";
import { countDeliveries } from "./count-deliveries.ts";
import { forwardPod, type Forwarded } from "./pod-forward.ts";
import { Sidecar } from "./sidecar.ts";

/** An app's pod: whether its sidecar and its readiness are there. */
export interface AppPod {
  readonly name: string;
  readonly hasSidecar: boolean;
  readonly ready: boolean;
  /** Container that is not ready, with why; for the report. */
  readonly reason: string;
}

const allContainers = (pod: V1Pod) => [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];

const notReady = (pod: V1Pod): string =>
  (pod.status?.containerStatuses ?? [])
    .filter((status) => !status.ready)
    .map(
      (status) => `${status.name}: ${status.state?.waiting?.reason ?? status.state?.terminated?.reason ?? "not ready"}`,
    )
    .join(", ");

/** What `verify` reads of a cluster: pods, tokens, and ports through the apiserver. */
export class ClusterView implements AsyncDisposable {
  readonly #kubeconfig: KubeConfig;
  readonly #core: CoreV1Api;
  readonly #namespace: string;
  readonly #forwards = new Map<string, Promise<Forwarded>>();

  constructor(kubeconfig: KubeConfig, namespace: string) {
    this.#kubeconfig = kubeconfig;
    this.#core = kubeconfig.makeApiClient(CoreV1Api);
    this.#namespace = namespace;
  }

  /** The app's pods that are not on their way out. */
  async pods(app: string): Promise<AppPod[]> {
    const list = await this.#core.listNamespacedPod({
      namespace: this.#namespace,
      labelSelector: `app.kubernetes.io/name=${app}`,
    });
    return list.items
      .filter((pod) => pod.metadata?.deletionTimestamp === undefined)
      .map((pod) => ({
        name: pod.metadata?.name ?? "",
        hasSidecar: allContainers(pod).some((container) => container.name === "daprd"),
        ready:
          pod.status?.conditions?.some((condition) => condition.type === "Ready" && condition.status === "True") ??
          false,
        reason: notReady(pod),
      }));
  }

  /** The sidecar of a pod, with the app's token. */
  async sidecar(app: string, pod: string): Promise<Sidecar> {
    const secret = await this.#core.readNamespacedSecret({ name: daprApiTokenSecret(app), namespace: this.#namespace });
    const token = Buffer.from(secret.data?.["token"] ?? "", "base64").toString();
    return new Sidecar(pod, await this.#forward(this.#namespace, pod, 3500), token);
  }

  /** A ready pod of the app, called past its sidecar with the app's own token; undefined when none is ready. */
  async app(app: string, port: number): Promise<{ readonly url: string; readonly token: string } | undefined> {
    const pod = (await this.pods(app)).find(({ ready }) => ready);
    if (!pod) return undefined;
    const secret = await this.#core.readNamespacedSecret({ name: appApiTokenSecret(app), namespace: this.#namespace });
    const token = Buffer.from(secret.data?.["token"] ?? "", "base64").toString();
    return { url: (await this.#forward(this.#namespace, pod.name, port)).url, token };
  }

  /** Events of a topic that the app acknowledged, over all its sidecars. */
  async deliveries(app: string, topic: string): Promise<number> {
    const pods = await this.pods(app);
    const counts = await Promise.all(
      pods.map(async (pod) => {
        const { url } = await this.#forward(this.#namespace, pod.name, 9090);
        const text = await (await fetch(`${url}/metrics`, { headers: { connection: "close" } })).text();
        return countDeliveries(text, topic);
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Address of the first pod with a label. */
  async address(namespace: string, labelSelector: string, port: number): Promise<string | undefined> {
    const { items } = await this.#core.listNamespacedPod({ namespace, labelSelector });
    const pod = items[0]?.metadata?.name;
    return pod === undefined ? undefined : (await this.#forward(namespace, pod, port)).url;
  }

  #forward(namespace: string, pod: string, port: number): Promise<Forwarded> {
    const key = `${namespace}/${pod}:${port}`;
    const known = this.#forwards.get(key) ?? forwardPod(this.#kubeconfig, namespace, pod, port);
    this.#forwards.set(key, known);
    return known;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const forwarded of this.#forwards.values()) await (await forwarded)[Symbol.asyncDispose]();
  }
}
