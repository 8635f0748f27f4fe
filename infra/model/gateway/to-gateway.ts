import type { ObjectMetadata } from "../object-metadata.ts";
import { toSeconds } from "../units.ts";
import type { CertificateManifest, IssuerManifest } from "./certificate-manifests.ts";
import type { GatewayManifest, HttpRouteManifest, RouteFilter } from "./gateway-manifests.ts";
import { gatewayName, gatewaySecret, letsEncrypt, servicePort, type GatewaySpec } from "./gateway.ts";

/** The longest prefix first: that is how both kinds choose, and how a reader expects it. */
const routesOf = ({ routes }: GatewaySpec): [prefix: string, app: string][] =>
  Object.entries(routes).sort(([a], [b]) => b.length - a.length || a.localeCompare(b));

/** Who signs the host's certificate. */
export const toIssuer = (gateway: GatewaySpec, namespace: string): IssuerManifest => {
  const { certificate, kind, className } = gateway;
  const http01 =
    kind === "ingress-nginx"
      ? { ingress: { ingressClassName: className } }
      : { gatewayHTTPRoute: { parentRefs: [{ name: gatewayName, namespace, kind: "Gateway" as const }] } };
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Issuer",
    metadata: { name: gatewayName, namespace },
    spec:
      certificate.kind === "self-signed"
        ? { selfSigned: {} }
        : {
            acme: {
              email: certificate.email,
              server: certificate.server ?? letsEncrypt,
              privateKeySecretRef: { name: "acme-account" },
              solvers: [{ http01 }],
            },
          },
  };
};

/** The host's certificate, with a new key at each renewal. */
export const toCertificate = (gateway: GatewaySpec, namespace: string): CertificateManifest => ({
  apiVersion: "cert-manager.io/v1",
  kind: "Certificate",
  metadata: { name: gatewayName, namespace },
  spec: {
    secretName: gatewaySecret,
    dnsNames: [gateway.host],
    issuerRef: { name: gatewayName, kind: "Issuer", group: "cert-manager.io" },
    privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
  },
});

/** The two ports of the host. */
export const toGateway = ({ host, className }: GatewaySpec, namespace: string): GatewayManifest => {
  const common = { hostname: host, allowedRoutes: { namespaces: { from: "Same" as const } } };
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: { name: gatewayName, namespace },
    spec: {
      gatewayClassName: className,
      listeners: [
        // Stays open for the redirect, and for the ACME server, which asks over HTTP.
        { name: "http", port: 80, protocol: "HTTP", ...common },
        {
          name: "https",
          port: 443,
          protocol: "HTTPS",
          ...common,
          tls: { mode: "Terminate", certificateRefs: [{ name: gatewaySecret }] },
        },
      ],
    },
  };
};

const hstsFilter = ({ hsts }: GatewaySpec): RouteFilter[] =>
  hsts === undefined
    ? []
    : [
        {
          type: "ResponseHeaderModifier",
          responseHeaderModifier: {
            set: [{ name: "Strict-Transport-Security", value: `max-age=${toSeconds(hsts)}` }],
          },
        },
      ];

const route = (
  { host }: GatewaySpec,
  metadata: ObjectMetadata,
  sectionName: string,
  rules: HttpRouteManifest["spec"]["rules"],
): HttpRouteManifest => ({
  apiVersion: "gateway.networking.k8s.io/v1",
  kind: "HTTPRoute",
  metadata,
  spec: { parentRefs: [{ name: gatewayName, sectionName }], hostnames: [host], rules },
});

/** Which path leads where, and HTTP to HTTPS. */
export const toRoutes = (gateway: GatewaySpec, namespace: string): HttpRouteManifest[] => {
  const filters = hstsFilter(gateway);
  const rules = routesOf(gateway).map(([value, app]) => ({
    matches: [{ path: { type: "PathPrefix" as const, value } }],
    ...(filters.length === 0 ? {} : { filters }),
    backendRefs: [{ name: app, port: servicePort }],
  }));
  const redirect: RouteFilter = { type: "RequestRedirect", requestRedirect: { scheme: "https", statusCode: 301 } };
  return [
    route(gateway, { name: gatewayName, namespace }, "https", rules),
    route(gateway, { name: `${gatewayName}-redirect`, namespace }, "http", [{ filters: [redirect] }]),
  ];
};

/** The same for ingress-nginx, which redirects HTTP to HTTPS by itself. Upstream: kubernetes.github.io/ingress-nginx. */
export const toIngress = (gateway: GatewaySpec, namespace: string) => {
  const { host, className, rateLimit } = gateway;
  const annotations =
    rateLimit === undefined
      ? {}
      : {
          "nginx.ingress.kubernetes.io/limit-rps": String(rateLimit.requestsPerSecond),
          "nginx.ingress.kubernetes.io/limit-burst-multiplier": String(
            Math.max(1, Math.round(rateLimit.burst / rateLimit.requestsPerSecond)),
          ),
        };
  const paths = routesOf(gateway).map(([path, app]) => ({
    path,
    pathType: "Prefix",
    backend: { service: { name: app, port: { number: servicePort } } },
  }));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: gatewayName, namespace, annotations },
    spec: {
      ingressClassName: className,
      tls: [{ hosts: [host], secretName: gatewaySecret }],
      rules: [{ host, http: { paths } }],
    },
  };
};
