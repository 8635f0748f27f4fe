import { sidecarLabel } from "../../../../infra/model/dapr/control-plane.ts";
import type { ClusterObject } from "../kubectl.ts";

interface PodTemplate {
  readonly spec: { readonly template: { readonly metadata: { readonly labels: object }; readonly spec: object } };
}

/** A pod of an app's Deployment as it would be if the injector had not seen it. */
export const podWithoutSidecar = (deployment: ClusterObject, namespace: string) => {
  const { metadata, spec } = (deployment as unknown as PodTemplate).spec.template;
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: `${deployment.metadata.name}-alone`, namespace, labels: metadata.labels },
    spec,
  };
};

/** A component that no sidecar can make, and that none ends for. */
export const brokenComponent = (app: string, namespace: string) => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Component",
  metadata: { name: "nowhere", namespace },
  spec: {
    type: "state.redis",
    version: "v1",
    ignoreErrors: true,
    initTimeout: "2s",
    metadata: [{ name: "redisHost", value: "127.0.0.1:1" }],
  },
  scopes: [app],
});

/** A Deployment whose app id the injector takes for none. */
export const injectionRefused = (namespace: string) => {
  const labels = { "app.kubernetes.io/name": "refused" };
  const annotations = { "dapr.io/enabled": "true", "dapr.io/app-id": "Refused_App" };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "refused", namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        // The injector is asked about pods with this label only.
        metadata: { labels: { ...labels, ...sidecarLabel }, annotations },
        spec: { containers: [{ name: "refused", image: "none" }] },
      },
    },
  };
};
