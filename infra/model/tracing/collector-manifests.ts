import { otlpPorts, tracingServices, zipkinPort, type TracingSpec } from "../tracing.ts";
import {
  configAnnotation,
  partLabels,
  restrictedContainer,
  restrictedPod,
  secretEnvironment,
  toClientsPolicy,
  toConfigMap,
  toService,
  type PlainManifest,
} from "../workload-manifests.ts";
import { collectorHealthPort, collectorMetricsPort, collectorSecrets, toCollectorConfig } from "./collector-config.ts";

/** User of the published collector image. */
const collectorUser = 10_001;
const ports = { "otlp-grpc": otlpPorts.grpc, "otlp-http": otlpPorts.http, zipkin: zipkinPort };

/** The OpenTelemetry collector: its configuration, its pods and the way to them. */
export const toCollectorManifests = (
  { namespace, collector }: Extract<TracingSpec, { backend: "collector" }>,
  image: string,
): PlainManifest[] => {
  const name = tracingServices.collector;
  const labels = partLabels(name);
  const config = toCollectorConfig(collector);
  const container = {
    name,
    image,
    args: ["--config=/etc/otelcol/config.yaml"],
    ...secretEnvironment(collectorSecrets(collector)),
    ports: Object.entries({ ...ports, metrics: collectorMetricsPort }).map(([port, containerPort]) => ({
      name: port,
      containerPort,
    })),
    readinessProbe: { httpGet: { path: "/", port: collectorHealthPort }, periodSeconds: 5 },
    livenessProbe: { httpGet: { path: "/", port: collectorHealthPort }, initialDelaySeconds: 10, periodSeconds: 10 },
    resources: {
      requests: { cpu: "50m", memory: collector.memory },
      limits: { cpu: "1", memory: collector.memory },
    },
    securityContext: restrictedContainer,
    volumeMounts: [{ name: "config", mountPath: "/etc/otelcol", readOnly: true }],
  };
  return [
    toConfigMap(name, namespace, "config.yaml", config),
    toService(name, namespace, ports),
    toClientsPolicy(name, namespace, [...Object.values(ports), collectorMetricsPort]),
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name, namespace },
      spec: {
        replicas: collector.replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations: configAnnotation(JSON.stringify(config)) },
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: restrictedPod(collectorUser),
            containers: [container],
            volumes: [{ name: "config", configMap: { name } }],
          },
        },
      },
    },
  ];
};
