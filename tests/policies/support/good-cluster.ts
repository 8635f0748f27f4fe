import { object, type Draft } from "./graph.ts";

const digest = `sha256:${"ab".repeat(32)}`;

/** A container as every rule wants it. */
export const container = (name: string): object => ({
  name,
  image: `registry.example.com/${name}:1.4.2@${digest}`,
  ports: [{ name: "http", containerPort: 8080 }],
  env: [{ name: "LOG_LEVEL", value: "info" }],
  readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
  livenessProbe: { httpGet: { path: "/health", port: 8080 } },
  resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "128Mi" } },
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
});

const podSpec = (name: string): object => ({
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
  containers: [container(name)],
  volumes: [{ name: "tmp", emptyDir: {} }],
});

const annotationsOf = (app: string): object => ({
  "dapr.io/enabled": "true",
  "dapr.io/app-id": app,
  "dapr.io/app-port": "8080",
  "dapr.io/config": "apps",
  "dapr.io/api-token-secret": `${app}-dapr`,
  "dapr.io/app-token-secret": `${app}-app`,
  "dapr.io/log-level": "info",
  "dapr.io/enable-app-health-check": "true",
  "dapr.io/disable-builtin-k8s-secret-store": "true",
  "dapr.io/sidecar-cpu-request": "100m",
  "dapr.io/sidecar-memory-request": "128Mi",
  "dapr.io/sidecar-memory-limit": "256Mi",
});

/** A Deployment of an app with a sidecar. */
export const app = (name: string, replicas: number): Draft =>
  object("apps/v1", "Deployment", `todo/${name}`, {
    spec: {
      replicas,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name }, annotations: annotationsOf(name) },
        spec: {
          ...podSpec(name),
          automountServiceAccountToken: true,
          serviceAccountName: name,
          ...(replicas > 1
            ? { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: "kubernetes.io/hostname" }] }
            : {}),
        },
      },
    },
  });

const restricted = { metadata: { labels: { "pod-security.kubernetes.io/enforce": "restricted" } } };
const [role, binding] = ["rbac.authorization.k8s.io/v1", "todo/api-secrets"];

/** Apps and what Kubernetes has around them. */
export const goodCluster = (): Draft[] => [
  object("v1", "Namespace", "todo", restricted),
  object("networking.k8s.io/v1", "NetworkPolicy", "todo/deny-ingress", {
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  }),
  object("networking.k8s.io/v1", "NetworkPolicy", "todo/api-clients", {
    spec: {
      podSelector: { matchLabels: { app: "api" } },
      ingress: [{ from: [{ podSelector: { matchLabels: { app: "worker" } } }], ports: [{ port: 8080 }] }],
    },
  }),
  app("api", 3),
  app("worker", 1),
  object("policy/v1", "PodDisruptionBudget", "todo/api", {
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: "api" } } },
  }),
  object("apps/v1", "StatefulSet", "todo/cache", {
    spec: {
      replicas: 1,
      serviceName: "cache",
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      selector: { matchLabels: { app: "cache" } },
      template: { metadata: { labels: { app: "cache" } }, spec: podSpec("cache") },
    },
  }),
  object("batch/v1", "Job", "todo/migrate", {
    spec: { template: { spec: { ...podSpec("migrate"), restartPolicy: "Never" } } },
  }),
  object("v1", "Service", "todo/api", { spec: { type: "ClusterIP", selector: { app: "api" }, ports: [{ port: 80 }] } }),
  object("v1", "Service", "todo/web", { spec: { type: "ClusterIP", selector: { app: "api" }, ports: [{ port: 80 }] } }),
  object("v1", "ConfigMap", "todo/settings", { data: { "settings.yaml": "url: https://user@example.com/path" } }),
  object("v1", "Secret", "todo/database", {
    stringData: { url: "postgresql://api:not-a-password@db.example.com:5432/todo?sslmode=verify-full" },
  }),
  object(role, "Role", binding, {
    rules: [{ apiGroups: [""], resources: ["secrets"], resourceNames: ["database"], verbs: ["get"] }],
  }),
  object(role, "RoleBinding", binding, {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "api-secrets" },
    subjects: [{ kind: "ServiceAccount", name: "api", namespace: "todo" }],
  }),
  object("gateway.networking.k8s.io/v1", "Gateway", "todo/web", {
    spec: {
      gatewayClassName: "traefik",
      listeners: [
        { name: "http", port: 80, protocol: "HTTP" },
        { name: "https", port: 443, protocol: "HTTPS", tls: { certificateRefs: [{ name: "web" }] } },
      ],
    },
  }),
  object("networking.k8s.io/v1", "Ingress", "todo/web", {
    spec: { tls: [{ hosts: ["todo.example.com"], secretName: "web" }], rules: [{ host: "todo.example.com" }] },
  }),
];
