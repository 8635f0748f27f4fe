import type {
  CertificateManifest,
  ClusterIssuerManifest,
  IssuerManifest,
} from "../../../infra/model/gateway/certificate-manifests.ts";
import type {
  GatewayClassManifest,
  GatewayManifest,
  HttpRouteManifest,
} from "../../../infra/model/gateway/gateway-manifests.ts";
import type {
  PodMonitorManifest,
  PrometheusManifest,
  PrometheusRuleManifest,
  ServiceMonitorManifest,
} from "../../../infra/model/observability/monitoring-manifests.ts";
import type {
  ScaledObjectManifest,
  TriggerAuthenticationManifest,
} from "../../../infra/model/scaling/scaler-manifests.ts";
import type { ObjectMetadata } from "../../../infra/model/object-metadata.ts";
import { alertGroups } from "../../../infra/model/alerts/alert-groups.ts";
import { toRuleGroups } from "../../../infra/model/alerts/rule-groups.ts";
import { localPlatform } from "../platforms.ts";
import { postgresManifests } from "./postgres-manifests.ts";

/** Every field of a type at once: one that is added to the type must be added here, and so reach the API server. */
export type Whole<T> = T extends string | number | boolean
  ? T
  : T extends Readonly<Record<string, never>>
    ? T
    : { readonly [Field in keyof T]-?: Whole<NonNullable<T[Field]>> };

const metadata = (name: string): Whole<ObjectMetadata> => ({
  name,
  namespace: "default",
  labels: { a: "b" },
  annotations: { c: "d" },
});
const selector = {
  matchLabels: { app: "a" },
  matchExpressions: [
    { key: "b", operator: "In", values: ["c"] },
    { key: "d", operator: "Exists", values: [] },
  ],
} as const;
const endpoint = {
  port: "metrics",
  path: "/metrics",
  interval: "15s",
  relabelings: [{ sourceLabels: ["__meta_kubernetes_pod_label_app"], targetLabel: "app", replacement: "$1" }],
} as const;

const podMonitor: Whole<PodMonitorManifest> = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PodMonitor",
  metadata: metadata("sidecars"),
  spec: { selector, podMetricsEndpoints: [endpoint] },
};
const serviceMonitor: Whole<ServiceMonitorManifest> = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "ServiceMonitor",
  metadata: metadata("services"),
  spec: { selector, endpoints: [endpoint] },
};
const rules: PrometheusRuleManifest = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PrometheusRule",
  metadata: metadata("rules"),
  spec: { groups: toRuleGroups(alertGroups(localPlatform)) },
};
const prometheus: Whole<PrometheusManifest> = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "Prometheus",
  metadata: metadata("prometheus"),
  spec: {
    version: "v3.13.5",
    replicas: 2,
    retention: "72h",
    serviceAccountName: "prometheus",
    podMonitorSelector: selector,
    podMonitorNamespaceSelector: selector,
    serviceMonitorSelector: selector,
    serviceMonitorNamespaceSelector: selector,
    ruleSelector: selector,
    ruleNamespaceSelector: selector,
    resources: { requests: { cpu: "100m", memory: "256Mi" } },
    storage: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "10Gi" } } } } },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 1000,
      fsGroup: 2000,
      seccompProfile: { type: "RuntimeDefault" },
    },
  },
};
const gatewayClass: Whole<GatewayClassManifest> = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "GatewayClass",
  metadata: metadata("class"),
  spec: { controllerName: "traefik.io/gateway-controller" },
};
const gateway: Whole<GatewayManifest> = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "Gateway",
  metadata: metadata("gateway"),
  spec: {
    gatewayClassName: "class",
    listeners: [
      {
        name: "https",
        hostname: "todo.example.com",
        port: 443,
        protocol: "HTTPS",
        allowedRoutes: { namespaces: { from: "Same" } },
        tls: { mode: "Terminate", certificateRefs: [{ name: "todo-tls" }] },
      },
    ],
  },
};
const route: Whole<HttpRouteManifest> = {
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata: metadata("route"),
  spec: {
    parentRefs: [{ name: "gateway", sectionName: "https" }],
    hostnames: ["todo.example.com"],
    rules: [
      {
        matches: [{ path: { type: "PathPrefix", value: "/" } }],
        filters: [
          {
            type: "ResponseHeaderModifier",
            responseHeaderModifier: { set: [{ name: "Strict-Transport-Security", value: "max-age=1" }] },
          },
          { type: "ExtensionRef", extensionRef: { group: "traefik.io", kind: "Middleware", name: "limit" } },
        ],
        backendRefs: [{ name: "todo-frontend", port: 80 }],
      },
    ],
  },
};
const redirect: HttpRouteManifest = {
  ...route,
  metadata: metadata("redirect"),
  spec: {
    ...route.spec,
    rules: [{ filters: [{ type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } }] }],
  },
};
const issuer: Whole<IssuerManifest> = {
  apiVersion: "cert-manager.io/v1",
  kind: "Issuer",
  metadata: metadata("self-signed"),
  spec: { selfSigned: {} },
};
const clusterIssuer: Whole<ClusterIssuerManifest> = {
  apiVersion: "cert-manager.io/v1",
  kind: "ClusterIssuer",
  metadata: metadata("acme"),
  spec: {
    acme: {
      email: "ops@example.com",
      server: "https://acme-v02.api.letsencrypt.org/directory",
      privateKeySecretRef: { name: "acme-account" },
      solvers: [
        { http01: { gatewayHTTPRoute: { parentRefs: [{ name: "gateway", namespace: "default", kind: "Gateway" }] } } },
        { http01: { ingress: { ingressClassName: "nginx" } } },
      ],
    },
  },
};
const certificate: Whole<CertificateManifest> = {
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: metadata("todo-tls"),
  spec: {
    secretName: "todo-tls",
    dnsNames: ["todo.example.com"],
    issuerRef: { name: "acme", kind: "ClusterIssuer", group: "cert-manager.io" },
    privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
  },
};
const scaledObject: Whole<ScaledObjectManifest> = {
  apiVersion: "keda.sh/v1alpha1",
  kind: "ScaledObject",
  metadata: metadata("audit-service"),
  spec: {
    scaleTargetRef: { name: "audit-service" },
    minReplicaCount: 1,
    maxReplicaCount: 3,
    pollingInterval: 30,
    cooldownPeriod: 300,
    advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 60 } } } },
    triggers: [
      {
        type: "kafka",
        metadata: {
          bootstrapServers: "kafka:9092",
          consumerGroup: "audit-service",
          topic: "task-events",
          lagThreshold: "100",
          offsetResetPolicy: "earliest",
          sasl: "scram_sha512",
          tls: "enable",
        },
        authenticationRef: { name: "kafka" },
      },
    ],
  },
};
const authentication: Whole<TriggerAuthenticationManifest> = {
  apiVersion: "keda.sh/v1alpha1",
  kind: "TriggerAuthentication",
  metadata: metadata("kafka"),
  spec: {
    env: [{ parameter: "username", name: "APP_ID", containerName: "audit-service" }],
    secretTargetRef: [{ parameter: "password", name: "audit-service-kafka", key: "password" }],
  },
};
/** A manifest of every kind that the platform makes for an operator, with every field that its type has. */
export const operatorManifests = [
  ...[podMonitor, serviceMonitor, rules, prometheus],
  ...[gatewayClass, gateway, route, redirect],
  ...[issuer, clusterIssuer, certificate],
  ...[scaledObject, authentication],
  ...postgresManifests,
];
