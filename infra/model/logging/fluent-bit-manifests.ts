import type { PlatformSpec } from "../platform-spec.ts";
import {
  configAnnotation,
  partLabels,
  restrictedContainer,
  secretEnvironment,
  toConfigMap,
  type PlainManifest,
} from "../workload-manifests.ts";
import { fluentBitPort, fluentBitState, logSecrets, toFluentBitConfig } from "./fluent-bit-config.ts";
import type { LoggingSpec } from "./logging.ts";

/** Name of Fluent Bit's objects. */
export const fluentBitName = "fluent-bit";
const group = "rbac.authorization.k8s.io";

/** Who Fluent Bit is: it asks the API server to which app and pod a file belongs. */
const toRights = (namespace: string): PlainManifest[] => [
  { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: fluentBitName, namespace } },
  {
    apiVersion: `${group}/v1`,
    kind: "ClusterRole",
    metadata: { name: `${namespace}-${fluentBitName}` },
    rules: [{ apiGroups: [""], resources: ["namespaces", "pods"], verbs: ["get", "list", "watch"] }],
  },
  {
    apiVersion: `${group}/v1`,
    kind: "ClusterRoleBinding",
    metadata: { name: `${namespace}-${fluentBitName}` },
    roleRef: { apiGroup: group, kind: "ClusterRole", name: `${namespace}-${fluentBitName}` },
    subjects: [{ kind: "ServiceAccount", name: fluentBitName, namespace }],
  },
];

/** The paths of the node that Fluent Bit reads, and the one that it writes. */
const nodePaths = {
  logs: { path: "/var/log", readOnly: true },
  state: { path: fluentBitState },
} as const;

/** Fluent Bit on every node; its files are the containers', which only root may read. */
export const toFluentBitManifests = (platform: PlatformSpec, logging: LoggingSpec, image: string): PlainManifest[] => {
  const { namespace, target } = logging;
  const labels = partLabels(fluentBitName);
  const config = toFluentBitConfig(platform, logging);
  const container = {
    name: fluentBitName,
    image,
    args: ["--config=/etc/fluent-bit/fluent-bit.yaml"],
    ...secretEnvironment(logSecrets(target)),
    ports: [{ name: "metrics", containerPort: fluentBitPort }],
    readinessProbe: { httpGet: { path: "/api/v1/health", port: fluentBitPort }, periodSeconds: 10 },
    resources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "256Mi" } },
    securityContext: { ...restrictedContainer, runAsUser: 0 },
    volumeMounts: [
      { name: "config", mountPath: "/etc/fluent-bit", readOnly: true },
      ...Object.entries(nodePaths).map(([name, { path, ...how }]) => ({ name, mountPath: path, ...how })),
    ],
  };
  return [
    ...toRights(namespace),
    toConfigMap(fluentBitName, namespace, "fluent-bit.yaml", config),
    {
      apiVersion: "apps/v1",
      kind: "DaemonSet",
      metadata: { name: fluentBitName, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations: configAnnotation(JSON.stringify(config)) },
          spec: {
            serviceAccountName: fluentBitName,
            enableServiceLinks: false,
            // Nodes of every kind run apps.
            tolerations: [{ operator: "Exists" }],
            securityContext: { seccompProfile: { type: "RuntimeDefault" } },
            containers: [container],
            volumes: [
              { name: "config", configMap: { name: fluentBitName } },
              ...Object.entries(nodePaths).map(([name, { path }]) => ({
                name,
                hostPath: { path, type: "DirectoryOrCreate" },
              })),
            ],
          },
        },
      },
    },
  ];
};
