import type { PlatformSpec } from "../platform-spec.ts";
import {
  configAnnotation,
  partLabels,
  restrictedContainer,
  restrictedPod,
  toConfigMap,
  type PlainManifest,
} from "../workload-manifests.ts";
import {
  operatorsPageFolders,
  operatorsPageHealthPort,
  operatorsPageName as name,
  operatorsPageToken,
  type OperatorsPageSpec,
} from "./operators-page.ts";
import { toOperatorsPageRoles } from "./operators-page-roles.ts";

/** User of the apps' images. */
const user = 65_532;

const toContainer = (image: unknown, { replay }: OperatorsPageSpec) => {
  const probe = { httpGet: { path: "/health", port: operatorsPageHealthPort } };
  return {
    name,
    image,
    env: [{ name: "ALLOW_REPLAY", value: String(replay) }],
    ports: [{ name: "health", containerPort: operatorsPageHealthPort }],
    readinessProbe: { ...probe, periodSeconds: 2, failureThreshold: 30 },
    livenessProbe: { ...probe, initialDelaySeconds: 30, periodSeconds: 10 },
    resources: { requests: { cpu: "20m", memory: "96Mi" }, limits: { cpu: "500m", memory: "192Mi" } },
    securityContext: restrictedContainer,
    volumeMounts: [
      { name: "platform", mountPath: operatorsPageFolders.platform, readOnly: true },
      { name: "token", mountPath: operatorsPageFolders.token, readOnly: true },
    ],
  };
};

/**
 * The page as a pod, in the order of the objects' needs. Nobody reaches it through the network, not even from the
 * cluster: `image` is a reference or what becomes one.
 */
export const toOperatorsPageManifests = (
  platform: PlatformSpec,
  spec: OperatorsPageSpec,
  image: unknown,
): PlainManifest[] => {
  const { namespace } = platform;
  const metadata = { name, namespace };
  const labels = partLabels(name);
  // The mark of a checked platform is none of its data.
  const config = { ...platform, checked: undefined };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata, automountServiceAccountToken: false },
    ...toOperatorsPageRoles(platform),
    toConfigMap(name, namespace, "platform.json", config),
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations: configAnnotation(JSON.stringify(config)) },
          spec: {
            serviceAccountName: name,
            automountServiceAccountToken: true,
            enableServiceLinks: false,
            securityContext: restrictedPod(user),
            containers: [toContainer(image, spec)],
            volumes: [
              { name: "platform", configMap: { name } },
              { name: "token", secret: { secretName: operatorsPageToken } },
            ],
          },
        },
      },
    },
  ];
};
