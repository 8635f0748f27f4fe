import { CoreV1Api, KubeConfig, type V1Pod } from "@kubernetes/client-node";
import { sidecarLabel } from "../model/dapr/control-plane.ts";
import { appApiTokenSecret, daprApiTokenSecret } from "../model/dapr/sidecar.ts";
import { appMetricsPort, sidecarMetricsPort } from "../model/service.ts";
import { countDeliveries } from "./count-deliveries.ts";
import { forwardPod, type Forwarded } from "./pod-forward.ts";
import { runInPod } from "./run-in-pod.ts";
import { Sidecar } from "./sidecar.ts";

/** An app's pod: whether its sidecar and its readiness are there. */
export interface AppPod {
  readonly name: string;
  readonly hasSidecar: boolean;
  readonly ready: boolean;
  /** How often its containers were started anew. */
  readonly restarts: number;
  /** Container that is not ready, with why; for the report. */
  readonly reason: string;
}

const isEnding = (pod: V1Pod): boolean => pod.metadata?.deletionTimestamp !== undefined;

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

  /** A view with the rights of a kubeconfig file's user. */
  static open(kubeconfigPath: string, namespace: string): ClusterView {
    const kubeconfig = new KubeConfig();
    kubeconfig.loadFromFile(kubeconfigPath);
    return new ClusterView(kubeconfig, namespace);
  }

  async #podsOf(labelSelector: string): Promise<V1Pod[]> {
    return (await this.#core.listNamespacedPod({ namespace: this.#namespace, labelSelector })).items;
  }

  /** Names of the apps' pods that are on their way out: an event may still go to one of them. */
  async ending(): Promise<string[]> {
    const pods = await this.#podsOf(Object.entries(sidecarLabel).flat().join("="));
    return pods.filter(isEnding).map((pod) => pod.metadata?.name ?? "");
  }

  /** The app's pods that are not on their way out. */
  async pods(app: string): Promise<AppPod[]> {
    return (await this.#podsOf(`app.kubernetes.io/name=${app}`))
      .filter((pod) => !isEnding(pod))
      .map((pod) => ({
        name: pod.metadata?.name ?? "",
        hasSidecar: allContainers(pod).some((container) => container.name === "daprd"),
        ready:
          pod.status?.conditions?.some((condition) => condition.type === "Ready" && condition.status === "True") ??
          false,
        restarts: (pod.status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0),
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

  /** Events of a topic that the app acknowledged, by the pods whose sidecars tell, those on their way out among them. */
  async deliveries(app: string, topic: string): Promise<ReadonlyMap<string, number>> {
    const pods = await this.#podsOf(`app.kubernetes.io/name=${app}`);
    const counts = await Promise.all(
      pods.map(({ metadata: { name = "" } = {} }) =>
        this.sidecarMetrics(name).then(
          (metrics) => [[name, countDeliveries(metrics, topic)] as const],
          // It has ended meanwhile.
          () => [],
        ),
      ),
    );
    return new Map(counts.flat());
  }

  /** Metrics of a pod's sidecar in Prometheus' text format. */
  async sidecarMetrics(pod: string): Promise<string> {
    return this.#metrics(pod, sidecarMetricsPort);
  }

  /** Metrics of a pod's app. */
  async appMetrics(pod: string): Promise<string> {
    return this.#metrics(pod, appMetricsPort);
  }

  async #metrics(pod: string, port: number): Promise<string> {
    const { url } = await this.#forward(this.#namespace, pod, port);
    const answer = await fetch(`${url}/metrics`, {
      headers: { connection: "close" },
      signal: AbortSignal.timeout(10_000),
    });
    return answer.text();
  }

  /** Public certificates of a namespace's Secrets by `<secret>/<key>`; nothing else of them is read out. */
  async certificates(namespace: string): Promise<Map<string, string>> {
    const { items } = await this.#core.listNamespacedSecret({ namespace });
    return new Map(
      items.flatMap(({ metadata, data = {} }) =>
        Object.entries(data).flatMap(([key, value]): [string, string][] => {
          const text = Buffer.from(value, "base64").toString();
          const [certificate] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text) ?? [];
          return certificate === undefined ? [] : [[`${metadata?.name}/${key}`, certificate]];
        }),
      ),
    );
  }

  /** What a shell script prints in the first pod with a label; undefined when there is no such pod. */
  async script(namespace: string, labelSelector: string, script: string): Promise<string | undefined> {
    const { items } = await this.#core.listNamespacedPod({ namespace, labelSelector });
    const pod = items[0];
    const [container] = pod?.spec?.containers ?? [];
    if (pod?.metadata?.name === undefined || container === undefined) return undefined;
    const place = { namespace, pod: pod.metadata.name, container: container.name };
    return runInPod(this.#kubeconfig, { ...place, command: ["/bin/sh", "-c", script] });
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
