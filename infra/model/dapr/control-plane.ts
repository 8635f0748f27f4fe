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

/** Whom sidecars and control plane believe, and who signs their certificates, PEM; `Text` may be known later. */
export interface DaprTrust<Text> {
  /** The roots that are believed. */
  readonly roots: Text;
  /** Changes with the roots. */
  readonly revision: Text;
  readonly issuer: { readonly certificate: Text; readonly privateKey: Text };
}

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

/** Annotation of a pod template that changes with the authorities that its pods believe. */
export const authoritiesAnnotation = "todo-platform.io/authorities";

/** Parts of the chart whose pods are told the roots, with the key of their pods' annotations. */
const told = {
  dapr_operator: "deploymentAnnotations",
  dapr_placement: "statefulsetAnnotations",
  dapr_scheduler: "statefulsetAnnotations",
  dapr_sentry: "deploymentAnnotations",
  dapr_sidecar_injector: "deploymentAnnotations",
} as const;

/**
 * The values with which sentry finds its authority instead of making one. It would take longer: pods that start before
 * it has made one see it a minute later, and it starts anew when it sees its own. Other roots roll the control plane:
 * a mounted file follows its ConfigMap a minute late, and an injector that has not seen it cuts off whom it injects.
 */
export const withTrust = <Text>(
  values: Readonly<Record<string, unknown>>,
  { roots, revision, issuer }: DaprTrust<Text>,
): Record<string, unknown> => {
  const tls = { root: { certPEM: roots }, issuer: { certPEM: issuer.certificate, keyPEM: issuer.privateKey } };
  const parts = Object.entries(told).map(([part, annotations]) => [
    part,
    {
      ...(values[part] as object),
      [annotations]: { [authoritiesAnnotation]: revision },
      ...(part === "dapr_sentry" ? { tls } : {}),
    },
  ]);
  return { ...values, ...(Object.fromEntries(parts) as Record<string, unknown>) };
};

/** The values without the authority, for files: the issuer's key is nobody's to read. Sentry makes its own then. */
export const withoutTrust = (values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const sentry = Object.entries(values["dapr_sentry"] as object).filter(([key]) => key !== "tls");
  return { ...values, dapr_sentry: Object.fromEntries(sentry) };
};
