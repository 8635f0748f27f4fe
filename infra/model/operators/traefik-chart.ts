import type { GatewaySpec } from "../gateway/gateway.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import { reserved, restrictedContainer, type OperatorChart } from "./operator-chart.ts";
import type { ChartVersions } from "./operator-charts.ts";

/** User of the published Traefik image. */
const traefikUser = 65_532;

/** Traefik as a controller of the Gateway API, and of nothing else; its load balancer takes ports 80 and 443. */
export const traefikChart = (
  { dapr }: PlatformSpec,
  { className, controllerNamespace }: GatewaySpec,
  versions: ChartVersions,
): OperatorChart => ({
  release: "traefik",
  namespace: controllerNamespace,
  restricted: true,
  chart: "traefik",
  repository: "https://traefik.github.io/charts",
  version: versions.traefik,
  after: [],
  values: {
    deployment: { replicas: dapr.highAvailability ? 2 : 1 },
    providers: {
      kubernetesGateway: { enabled: true },
      kubernetesCRD: { enabled: false },
      kubernetesIngress: { enabled: false },
    },
    // The platform makes the Gateway itself.
    gateway: { enabled: false },
    gatewayClass: { enabled: true, name: className },
    ingressRoute: { dashboard: { enabled: false } },
    // A listener of the Gateway is looked for among the ports that Traefik itself listens on.
    ports: { web: { port: 80, exposedPort: 80 }, websecure: { port: 443, exposedPort: 443 } },
    podSecurityContext: {
      runAsNonRoot: true,
      runAsUser: traefikUser,
      runAsGroup: traefikUser,
      seccompProfile: { type: "RuntimeDefault" },
      // Ports below 1024 without any capability.
      sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
    },
    securityContext: restrictedContainer,
    resources: reserved("100m", "128Mi"),
  },
});
