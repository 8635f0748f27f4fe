import type { DaprVersion } from "./kinds/dapr-version.ts";
import type { Duration, Size } from "../units.ts";

/** The Dapr control plane, installed by its own chart. */
export interface DaprSpec {
  /** What an older release does not know is refused. */
  readonly release: DaprVersion;
  readonly namespace: string;
  /** Three replicas of each service; development runs one. */
  readonly highAvailability: boolean;
  /** Volume of each of the three scheduler replicas. */
  readonly schedulerStorage: Size;
  readonly workloadCertTtl: Duration;
  readonly allowedClockSkew: Duration;
  readonly logLevel: "debug" | "info" | "warn" | "error";
}

/** Label of the pods that the injector handles. */
export const sidecarLabel = { "todo-platform.io/sidecar": "dapr" } as const;

/** Values of chart `dapr`; keys as in the chart's own values.yaml. */
export const toDaprValues = (dapr: DaprSpec, version: string): Record<string, unknown> => ({
  global: {
    tag: version,
    logAsJson: true,
    seccompProfile: "RuntimeDefault",
    ha: { enabled: dapr.highAvailability },
    prometheus: { enabled: true },
    mtls: { enabled: true, workloadCertTTL: dapr.workloadCertTtl, allowedClockSkew: dapr.allowedClockSkew },
  },
  dapr_operator: { logLevel: dapr.logLevel, watchInterval: "30s" },
  dapr_placement: { logLevel: dapr.logLevel },
  dapr_sentry: { logLevel: dapr.logLevel },
  dapr_scheduler: { logLevel: dapr.logLevel, cluster: { storageSize: dapr.schedulerStorage } },
  dapr_sidecar_injector: {
    logLevel: dapr.logLevel,
    sidecarDropALLCapabilities: true,
    // An app without its sidecar is worse than an app that waits for the injector; only labelled pods are asked for,
    // or a cluster without an injector could not even start one.
    webhookFailurePolicy: "Fail",
    objectSelector: { matchLabels: sidecarLabel },
  },
  dapr_rbac: { secretReader: { enabled: false } },
});
