import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GatewaySpec } from "../../../infra/model/gateway/gateway.ts";
import { toCertificate, toGateway, toIngress, toIssuer, toRoutes } from "../../../infra/model/gateway/to-gateway.ts";
import { toEnvoyGatewayClass } from "../../../infra/model/operators/envoy-gateway-chart.ts";
import { toPodMonitors } from "../../../infra/model/observability/monitors.ts";
import type { ObservabilitySpec } from "../../../infra/model/observability/observability.ts";
import { toPrometheus, toPrometheusRule } from "../../../infra/model/observability/prometheus.ts";
import { toOperatorsPageManifests } from "../../../infra/model/operators-page/operators-page-manifests.ts";
import type { PlatformSpec } from "../../../infra/model/platform-spec.ts";
import { toCpuScaler, toLagAuthentication, toLagScaler } from "../../../infra/model/scaling/scalers.ts";
import type { ScalingSpec } from "../../../infra/model/scaling/scaling.ts";
import { targets } from "../../../infra/model/targets.ts";
import { todoPlatform } from "../../../infra/model/todo.ts";
import type { Apiserver } from "../../support/apiserver.ts";
import { keep, startOperatorApi, type ApiObject } from "../../support/operator-api.ts";

const observability: ObservabilitySpec = {
  labels: { release: "prometheus" },
  scrapeInterval: "15s",
  alerts: { sidecarDown: "30s" },
  prometheus: { replicas: 1, retention: "72h", storage: "1Gi" },
};

const measured = (platform: PlatformSpec): ApiObject[] => {
  const spec = platform.observability ?? observability;
  const { prometheus } = spec;
  return [
    ...toPodMonitors(platform, spec),
    toPrometheusRule(platform, spec),
    ...(prometheus ? [toPrometheus(platform, spec, prometheus)] : []),
  ];
};

const cpu: ScalingSpec = { minReplicas: 2, maxReplicas: 3, by: { kind: "cpu", utilization: 70 }, calm: "1m" };
const lag: ScalingSpec = { minReplicas: 1, maxReplicas: 3, by: { kind: "lag", records: 500 }, calm: "1m" };

const scaled = (platform: PlatformSpec): ApiObject[] =>
  platform.kafka === undefined
    ? []
    : [
        toCpuScaler(platform, "todo-backend", cpu, 70),
        toLagScaler(platform, platform.kafka, "audit-service", lag, 500),
        toLagAuthentication(platform, platform.kafka, "audit-service"),
      ];

const web = (kind: GatewaySpec["kind"], certificate: GatewaySpec["certificate"]): GatewaySpec => ({
  kind,
  className: "traefik",
  controllerNamespace: "traefik",
  host: "todo.example.com",
  routes: { "/": "todo-frontend", "/api/": "todo-backend" },
  certificate,
  hsts: "8760h",
  rateLimit: { requestsPerSecond: 50, burst: 100 },
});
const acme = { kind: "acme", email: "ops@example.com" } as const;

const reached = [
  toGateway(web("gateway-api", acme), "todo-app"),
  ...toRoutes(web("gateway-api", acme), "todo-app"),
  toIngress(web("ingress-nginx", acme), "todo-app"),
  toCertificate(web("gateway-api", acme), "todo-app"),
  toIssuer(web("gateway-api", acme), "todo-app"),
  toIssuer(web("ingress-nginx", acme), "todo-app"),
  toIssuer(web("gateway-api", { kind: "self-signed" }), "todo-app"),
  toEnvoyGatewayClass(web("gateway-api", acme)),
].map((object) => [`${object.kind} ${object.metadata.name}`, object as ApiObject] as const);

const objects = Object.entries(targets).flatMap(([target, spec]) =>
  [...measured(todoPlatform(spec)), ...scaled(todoPlatform(spec))].map(
    (object) => [`${object.kind} ${object.metadata.name} of ${target}`, object] as const,
  ),
);

const page = Object.entries(targets).flatMap(([target, spec]) =>
  toOperatorsPageManifests(todoPlatform(spec), { replay: true }, "registry.example.com/operators-page").map(
    (object) => [`${object.kind} ${object.metadata.namespace}/${object.metadata.name} of ${target}`, object] as const,
  ),
);

let apiserver: Apiserver;
beforeAll(async () => {
  apiserver = await startOperatorApi();
}, 180_000);
afterAll(() => apiserver.stop());

describe("a real API server with the CRDs of the operators", () => {
  test.each<readonly [string, ApiObject]>([...objects, ...reached, ...page])(
    "keeps %s as it was written",
    async (_, object) => {
      const { metadata, ...written } = JSON.parse(JSON.stringify(object)) as ApiObject;
      expect(await keep(apiserver, { metadata, ...written })).toMatchObject(written);
    },
  );
});
