import type { ScaledObjectManifest } from "../../../../infra/model/scaling/scaler-manifests.ts";

/** Name of a Deployment that never runs, and of what scales it. */
export const probeName = "lag-probe";

/** An app's own scaler, but for a topic that the app may not read: what Kafka says to it tells as whom KEDA has signed in. */
export const lagProbe = (scaler: ScaledObjectManifest, topic: string): object[] => {
  const app = scaler.metadata.name;
  const { namespace } = scaler.metadata;
  const labels = { "app.kubernetes.io/name": probeName };
  return [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: probeName, namespace },
      spec: {
        replicas: 0,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: app, image: "none", env: [{ name: "APP_ID", value: app }] }] },
        },
      },
    },
    {
      ...scaler,
      metadata: { name: probeName, namespace },
      spec: {
        ...scaler.spec,
        scaleTargetRef: { name: probeName },
        minReplicaCount: 0,
        triggers: scaler.spec.triggers.slice(0, 1).map((trigger) => ({
          ...trigger,
          metadata: { ...trigger.metadata, topic },
        })),
      },
    },
  ];
};
