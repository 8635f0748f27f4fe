import type { PlatformSpec } from "../platform-spec.ts";
import { reserved, type OperatorChart } from "./operator-chart.ts";
import type { ChartVersions } from "./operator-charts.ts";

/** cert-manager with its CRDs, which stay when the release goes: with them every certificate would go. */
export const certManagerChart = (
  { dapr, gateway, observability }: PlatformSpec,
  versions: ChartVersions,
  after: readonly string[],
): OperatorChart => {
  const replicaCount = dapr.highAvailability ? 2 : 1;
  const resources = reserved("20m", "128Mi");
  return {
    release: "cert-manager",
    namespace: "cert-manager",
    restricted: true,
    chart: "cert-manager",
    repository: "https://charts.jetstack.io",
    version: versions["cert-manager"],
    after,
    values: {
      crds: { enabled: true, keep: true },
      replicaCount,
      resources,
      webhook: { replicaCount, resources },
      cainjector: { replicaCount, resources },
      // Answers an ACME server through the Gateway; it needs the Gateway API's CRDs when it starts.
      ...(gateway?.kind === "gateway-api" ? { config: { enableGatewayAPI: true } } : {}),
      // The alert on certificates that end asks for its metrics.
      prometheus:
        observability === undefined
          ? { enabled: false }
          : { enabled: true, podmonitor: { enabled: true, labels: observability.labels } },
    },
  };
};
