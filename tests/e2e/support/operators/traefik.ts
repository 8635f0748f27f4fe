import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { versions } from "../../../../local/versions.ts";
import { shippedManifests } from "./install.ts";
import { operatorNamespace, operatorObjects } from "./workload.ts";

/** Namespace of Traefik. */
export const traefikNamespace = "traefik";
/** Name of the GatewayClass that Traefik answers for. */
export const traefikClass = "traefik";

const watch = ["list", "watch"];
const group = "gateway.networking.k8s.io";
const kinds = ["gatewayclasses", "gateways", "httproutes", "grpcroutes", "referencegrants", "backendtlspolicies"];

/** Traefik as a controller of the Gateway API only, with its CRDs and its class. Call it once its tool is built. */
export const traefik = () => ({
  images: operatorRecipes.traefik,
  crds: shippedManifests("traefik", "gateway-crds"),
  objects: [
    operatorNamespace(traefikNamespace),
    {
      apiVersion: `${group}/v1`,
      kind: "GatewayClass",
      metadata: { name: traefikClass },
      spec: { controllerName: "traefik.io/gateway-controller" },
    },
    ...operatorObjects({
      name: "traefik",
      namespace: traefikNamespace,
      image: versions.operatorImages.traefik,
      user: 65_532,
      // What the chart makes of the values in infra/model/operators/traefik-chart.ts.
      args: [
        ...["--entryPoints.web.address=:80/tcp", "--entryPoints.websecure.address=:443/tcp"],
        ...["--entryPoints.websecure.http.tls=true", "--entryPoints.traefik.address=:8080/tcp", "--ping=true"],
        ...["--providers.kubernetesgateway", "--log.level=INFO"],
        ...["--global.checkNewVersion=false", "--global.sendAnonymousUsage=false"],
      ],
      ports: { web: 80, websecure: 443, traefik: 8080 },
      ready: { path: "/ping", port: 8080 },
      sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
      // Its own documentation's, for the standard channel of the Gateway API.
      rules: [
        { apiGroups: [""], resources: ["namespaces"], verbs: watch },
        { apiGroups: [""], resources: ["services", "secrets", "configmaps"], verbs: ["get", ...watch] },
        { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: watch },
        { apiGroups: [group], resources: kinds, verbs: ["get", ...watch] },
        { apiGroups: [group], resources: kinds.map((kind) => `${kind}/status`), verbs: ["update"] },
      ],
    }),
  ],
});
