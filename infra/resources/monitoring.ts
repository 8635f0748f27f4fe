import type {
  PodMonitorManifest,
  PrometheusManifest,
  PrometheusRuleManifest,
  ServiceMonitorManifest,
} from "../model/observability/monitoring-manifests.ts";
import { OperatorObject } from "./operator-object.ts";

/** Pods to scrape. Upstream: prometheus-operator.dev/docs/api-reference/api. */
export class PodMonitor extends OperatorObject<PodMonitorManifest> {}

/** Services to scrape. Upstream: prometheus-operator.dev/docs/api-reference/api. */
export class ServiceMonitor extends OperatorObject<ServiceMonitorManifest> {}

/** Alerts and recorded queries. Upstream: prometheus-operator.dev/docs/api-reference/api. */
export class PrometheusRule extends OperatorObject<PrometheusRuleManifest> {}

/** A Prometheus that the operator runs. Upstream: prometheus-operator.dev/docs/api-reference/api. */
export class Prometheus extends OperatorObject<PrometheusManifest> {}
