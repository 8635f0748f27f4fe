import { otlpPorts, tracingServices, zipkinPort, type JaegerStorage, type TracingSpec } from "../tracing.ts";
import {
  configAnnotation,
  partLabels,
  restrictedContainer,
  restrictedPod,
  toClientsPolicy,
  toConfigMap,
  toService,
  type PlainManifest,
} from "../workload-manifests.ts";
import { badgerPath, jaegerHealthPath, jaegerPorts, toJaegerConfig } from "./jaeger-config.ts";

/** User of the published Jaeger image. */
const jaegerUser = 10_001;
const ports = {
  "otlp-grpc": otlpPorts.grpc,
  "otlp-http": otlpPorts.http,
  zipkin: zipkinPort,
  query: jaegerPorts.query,
};

const toVolume = (storage: JaegerStorage, claimName: string) =>
  storage.kind === "memory" ? { emptyDir: {} } : { persistentVolumeClaim: { claimName } };

const toClaim = (storage: JaegerStorage, name: string, namespace: string): PlainManifest[] =>
  storage.kind === "memory"
    ? []
    : [
        {
          apiVersion: "v1",
          kind: "PersistentVolumeClaim",
          // Bound by its first pod.
          metadata: { name, namespace, annotations: { "pulumi.com/skipAwait": "true" } },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: storage.storage } } },
        },
      ];

/** Jaeger in one pod: collector, storage and page. */
export const toJaegerManifests = (
  { namespace, storage, nodePort }: Extract<TracingSpec, { backend: "jaeger" }>,
  image: string,
): PlainManifest[] => {
  const name = tracingServices.jaeger;
  const labels = partLabels(name);
  const config = toJaegerConfig(storage);
  const health = { path: jaegerHealthPath, port: jaegerPorts.health };
  const container = {
    name,
    image,
    args: ["--config=/etc/jaeger/config.yaml"],
    ports: Object.entries(ports).map(([port, containerPort]) => ({ name: port, containerPort })),
    readinessProbe: { httpGet: health, periodSeconds: 2, failureThreshold: 30 },
    livenessProbe: { httpGet: health, initialDelaySeconds: 60, periodSeconds: 10 },
    resources: { requests: { cpu: "100m", memory: "256Mi" }, limits: { cpu: "1", memory: "1Gi" } },
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: "config", mountPath: "/etc/jaeger", readOnly: true },
      { name: "spans", mountPath: badgerPath },
    ],
  };
  return [
    toConfigMap(name, namespace, "config.yaml", config),
    ...toClaim(storage, name, namespace),
    toService(name, namespace, ports, nodePort === undefined ? undefined : { port: "query", nodePort }),
    toClientsPolicy(name, namespace, Object.values(ports)),
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, namespace },
      spec: {
        replicas: 1,
        // Badger lets one process at its files.
        strategy: { type: "Recreate" },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations: configAnnotation(JSON.stringify(config)) },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: restrictedPod(jaegerUser),
            containers: [container],
            volumes: [
              { name: "config", configMap: { name } },
              { name: "spans", ...toVolume(storage, name) },
            ],
          },
        },
      },
    },
  ];
};
