import type { PlatformSpec } from "../platform-spec.ts";
import { kedaNamespace } from "../scaling/scaling.ts";
import { reserved, type OperatorChart } from "./operator-chart.ts";
import type { ChartVersions } from "./operator-charts.ts";

/** KEDA for the apps' namespace only. */
export const kedaChart = (platform: PlatformSpec, versions: ChartVersions): OperatorChart => {
  const replicaCount = platform.dapr.highAvailability ? 2 : 1;
  const resources = reserved("50m", "128Mi");
  return {
    release: "keda",
    namespace: kedaNamespace(platform.scheduling),
    restricted: true,
    chart: "keda",
    repository: "https://kedacore.github.io/charts",
    version: versions.keda,
    after: [],
    values: {
      // Helm would take the CRDs, and with them every scaler, along with the release.
      crds: { install: true, additionalAnnotations: { "helm.sh/resource-policy": "keep" } },
      watchNamespace: platform.namespace,
      operator: { replicaCount },
      metricsServer: { replicaCount },
      webhooks: { replicaCount },
      resources: { operator: resources, metricServer: resources, webhooks: resources },
    },
  };
};
