import type { PlatformSpec } from "../platform-spec.ts";
import { scalesByLag } from "../scaling/scaling.ts";
import { certManagerChart } from "./cert-manager-chart.ts";
import { envoyGatewayChart } from "./envoy-gateway-chart.ts";
import { kedaChart } from "./keda-chart.ts";
import type { OperatorChart } from "./operator-chart.ts";
import { prometheusOperatorChart } from "./prometheus-operator-chart.ts";
import { traefikChart } from "./traefik-chart.ts";

/** Who sees to it that the cluster has the operators that the platform's objects are for. */
export type OperatorChoice =
  /** The cluster's own: nothing is installed. */
  | "existing"
  /** The platform, each from its pinned chart. Where the cluster has one of them already, both act upon the same objects. */
  | "chart";

/** Versions of the charts, by name. */
export type ChartVersions = Readonly<
  Record<"kube-prometheus-stack" | "cert-manager" | "traefik" | "gateway-helm" | "keda", string>
>;

/** Classes of gateways that a chart answers for: the name of the class is that of the controller. */
export const chartedClasses = { traefik: traefikChart, "envoy-gateway": envoyGatewayChart } as const;

/** The charts that a platform needs, in the order of their needs; none where the operators are the cluster's. */
export const operatorCharts = (platform: PlatformSpec, versions: ChartVersions): OperatorChart[] => {
  if (platform.operators !== "chart") return [];
  const { observability, gateway } = platform;
  const monitored = observability === undefined ? [] : [prometheusOperatorChart(platform, observability, versions)];
  const controller = gateway && chartedClasses[gateway.className as keyof typeof chartedClasses];
  const controllers = gateway && controller ? [controller(platform, gateway, versions)] : [];
  const after = [...monitored, ...controllers].map(({ release }) => release);
  return [
    ...monitored,
    ...controllers,
    ...(gateway === undefined ? [] : [certManagerChart(platform, versions, after)]),
    ...(scalesByLag(platform.services) ? [kedaChart(platform, versions)] : []),
  ];
};
