import type { GoldenObject } from "../objects.ts";

/** Pods that a program leads to, whoever makes them. */
export interface Pods {
  readonly owner: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly name?: string; readonly number: number }[];
}

/** What the injector adds. Source: dapr pkg/injector/patcher and pkg/runtime defaults. */
const sidecarPorts = [
  { name: "dapr-http", number: 3500 },
  { name: "dapr-grpc", number: 50_001 },
  { name: "dapr-internal", number: 50_002 },
  { name: "dapr-metrics", number: 9090 },
];

const ofWorkload = ({ kind, metadata, spec }: GoldenObject): Pods => {
  const { template } = spec;
  const own = (template.spec.containers as { ports?: { name?: string; containerPort: number }[] }[])
    .flatMap(({ ports = [] }) => ports)
    .map(({ name, containerPort }) => ({ ...(name === undefined ? {} : { name }), number: containerPort }));
  const sidecar = template.metadata?.annotations?.["dapr.io/enabled"] === "true" ? sidecarPorts : [];
  return {
    owner: `${kind} ${metadata.name}`,
    namespace: metadata.namespace ?? "default",
    labels: template.metadata?.labels ?? {},
    ports: [...own, ...sidecar],
  };
};

const metrics = { name: "metrics", number: 9090 };

/** Pods of Dapr's chart. Source: the chart's subcharts, `app` label and ports of each Deployment and StatefulSet. */
const daprApps = [
  "dapr-operator",
  "dapr-placement-server",
  "dapr-scheduler-server",
  "dapr-sentry",
  "dapr-sidecar-injector",
];

/** Ports of a broker. Source: redpanda chart, values.yaml `listeners`. */
const redpandaPorts = [
  { name: "kafka", number: 9093 },
  { name: "admin", number: 9644 },
  { name: "rpc", number: 33_145 },
];

/** What operators and charts make of an object. */
const ofOperators: Readonly<
  Record<string, (name: string, spec: any, object: GoldenObject) => readonly Omit<Pods, "owner" | "namespace">[]>
> = {
  "kafka.strimzi.io Kafka": (name, spec) => [
    {
      labels: { "strimzi.io/cluster": name, "strimzi.io/kind": "Kafka", "strimzi.io/name": `${name}-kafka` },
      ports: [
        ...spec.kafka.listeners.map(({ name: listener, port }: { name: string; port: number }) => ({
          name: `tcp-${listener}`,
          number: port,
        })),
        { name: "tcp-prometheus", number: 9404 },
      ],
    },
  ],
  "postgresql.cnpg.io Cluster": (name) => [
    {
      labels: { "cnpg.io/cluster": name, "cnpg.io/podRole": "instance" },
      ports: [
        { name: "postgresql", number: 5432 },
        { name: "metrics", number: 9187 },
        { name: "status", number: 8000 },
      ],
    },
  ],
  "monitoring.coreos.com Prometheus": (name) => [
    {
      labels: { "app.kubernetes.io/name": "prometheus", prometheus: name },
      ports: [{ name: "web", number: 9090 }],
    },
  ],
  // A pod for each challenge. Source: cert-manager pkg/issuer/acme/http/pod.go.
  "cert-manager.io Issuer": (_, spec) =>
    spec.acme === undefined
      ? []
      : [{ labels: { "acme.cert-manager.io/http01-solver": "true" }, ports: [{ name: "http", number: 8089 }] }],
  "helm.sh Release": (name, _, { chart, values }) =>
    name === "dapr"
      ? daprApps.map((app) => ({ labels: { app }, ports: [metrics] }))
      : chart === "redpanda"
        ? [
            {
              labels: { "app.kubernetes.io/name": "redpanda", "app.kubernetes.io/instance": name },
              ports: redpandaPorts,
            },
          ]
        : chart === "kube-prometheus-stack" && values.grafana.enabled
          ? [{ labels: { "app.kubernetes.io/name": "grafana" }, ports: [{ name: "grafana", number: 3000 }] }]
          : [],
};

/** Every set of pods that the objects lead to. */
export const toPods = (objects: readonly GoldenObject[]): Pods[] =>
  objects.flatMap((object) => {
    const { apiVersion, kind, metadata, spec } = object;
    if (["Deployment", "StatefulSet", "DaemonSet", "Job"].includes(kind)) return [ofWorkload(object)];
    const made = ofOperators[`${apiVersion.split("/")[0]} ${kind}`]?.(metadata.name, spec, object) ?? [];
    return made.map((pods) => ({
      ...pods,
      owner: `${kind} ${metadata.name}`,
      namespace: metadata.namespace ?? "default",
    }));
  });

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string; readonly values: string[] }[];
}

/** Pods of a namespace that a selector means; a value of `In` may stand for nothing, but not all of them. */
export const selected = (pods: readonly Pods[], namespace: string, selector: Selector): Pods[] =>
  pods.filter(
    (pod) =>
      pod.namespace === namespace &&
      Object.entries(selector.matchLabels ?? {}).every(([key, value]) => pod.labels[key] === value) &&
      (selector.matchExpressions ?? []).every(
        ({ key, operator, values }) => operator !== "In" || values.includes(pod.labels[key] ?? ""),
      ),
  );

/** Whether one of the pods listens on a port, given by number or by name. */
export const listens = (pods: readonly Pods[], port: number | string): boolean =>
  pods.some(({ ports }) => ports.some(({ name, number }) => number === port || name === port));
