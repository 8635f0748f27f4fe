import { operatorRecipes } from "../../../../local/images/operator-recipes.ts";
import { versions } from "../../../../local/versions.ts";
import { shippedManifests } from "./install.ts";
import { operatorNamespace, operatorObjects } from "./workload.ts";

const { operatorImages } = versions;
const certManagerNamespace = "cert-manager";
/** Namespace of Traefik. */
export const traefikNamespace = "traefik";
/** Name of the GatewayClass that Traefik answers for. */
export const traefikClass = "traefik";

const read = ["get", "list", "watch"];
const change = [...read, "create", "update", "patch", "delete"];

const certManager = () =>
  operatorObjects({
    name: "cert-manager",
    namespace: certManagerNamespace,
    image: operatorImages.certManager,
    user: 65_532,
    args: [`--cluster-resource-namespace=${certManagerNamespace}`],
    ports: { metrics: 9402 },
    ready: { path: "/metrics", port: 9402 },
    rules: [
      { apiGroups: ["cert-manager.io"], resources: ["*"], verbs: change },
      // Approves what its own issuers sign.
      { apiGroups: ["cert-manager.io"], resources: ["signers"], verbs: ["approve"] },
      { apiGroups: [""], resources: ["secrets"], verbs: change },
      { apiGroups: ["", "events.k8s.io"], resources: ["events"], verbs: ["create", "patch"] },
    ],
  });

const traefik = () =>
  operatorObjects({
    name: "traefik",
    namespace: traefikNamespace,
    image: operatorImages.traefik,
    user: 65_532,
    args: [
      ...["--entrypoints.web.address=:80", "--entrypoints.websecure.address=:443", "--ping=true"],
      ...["--entrypoints.ping.address=:8082", "--ping.entrypoint=ping", "--providers.kubernetesgateway=true"],
      ...["--global.checknewversion=false", "--global.sendanonymoususage=false", "--log.level=INFO"],
    ],
    ports: { web: 80, websecure: 443, ping: 8082 },
    ready: { path: "/ping", port: 8082 },
    sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
    rules: [
      { apiGroups: [""], resources: ["namespaces", "services", "secrets", "configmaps", "nodes"], verbs: read },
      { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
      { apiGroups: ["gateway.networking.k8s.io"], resources: ["*"], verbs: [...read, "update", "patch"] },
    ],
  });

/** cert-manager's controller and Traefik. Call it once their tools are built. */
export const gatewayOperators = () => ({
  images: operatorRecipes.gateway,
  crds: [...shippedManifests("cert-manager", "crds"), ...shippedManifests("traefik", "gateway-crds")],
  objects: [
    operatorNamespace(certManagerNamespace),
    operatorNamespace(traefikNamespace),
    {
      apiVersion: "gateway.networking.k8s.io/v1",
      kind: "GatewayClass",
      metadata: { name: traefikClass },
      spec: { controllerName: "traefik.io/gateway-controller" },
    },
    ...certManager(),
    ...traefik(),
  ],
});
