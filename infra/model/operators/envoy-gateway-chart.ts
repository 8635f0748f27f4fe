import type { GatewayClassManifest } from "../gateway/gateway-manifests.ts";
import type { GatewaySpec } from "../gateway/gateway.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { reserved, type OperatorChart } from "./operator-chart.ts";
import type { ChartVersions } from "./operator-charts.ts";

/** Envoy Gateway, which starts an Envoy with a load balancer for each Gateway. */
export const envoyGatewayChart = (
  { dapr }: PlatformSpec,
  { controllerNamespace }: GatewaySpec,
  versions: ChartVersions,
): OperatorChart => ({
  release: "envoy-gateway",
  namespace: controllerNamespace,
  // The Envoys that it starts ask for more than Pod Security `restricted` allows.
  restricted: false,
  chart: "oci://docker.io/envoyproxy/gateway-helm",
  version: versions["gateway-helm"],
  after: [],
  values: {
    deployment: {
      replicas: dapr.highAvailability ? 2 : 1,
      envoyGateway: { resources: reserved("100m", "256Mi") },
    },
  },
});

/** The class for which Envoy Gateway answers; its chart makes none. */
export const toEnvoyGatewayClass = ({ className }: GatewaySpec): GatewayClassManifest => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "GatewayClass",
  metadata: { name: className },
  spec: { controllerName: "gateway.envoyproxy.io/gatewayclass-controller" },
});
