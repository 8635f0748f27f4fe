import type { Duration } from "../units.ts";

/** Who signs the certificate of the host; cert-manager renews it. */
export type CertificateSpec =
  /** Nobody but itself: browsers warn. For development. */
  | { readonly kind: "self-signed" }
  /** An ACME server that sees over HTTP that the host is ours. */
  | {
      readonly kind: "acme";
      /** Who hears of a certificate that was not renewed. */
      readonly email: string;
      /** @default Let's Encrypt's */
      readonly server?: string;
    };

/** What one client may ask for. */
export interface RateLimitSpec {
  readonly requestsPerSecond: number;
  /** How many may come at once. */
  readonly burst: number;
}

/**
 * How requests from outside reach the apps: one host with TLS, and which path leads to which app. The cluster must have
 * cert-manager and a controller of the class.
 */
export interface GatewaySpec {
  /** The Gateway API; or an Ingress for ingress-nginx, which is archived and gets no more fixes. */
  readonly kind: "gateway-api" | "ingress-nginx";
  /** Name of the GatewayClass or IngressClass. */
  readonly className: string;
  /** Namespace of the controller's pods, the only ones that are let at the apps. */
  readonly controllerNamespace: string;
  readonly host: string;
  /** Prefix of a path -> app; the longest wins, and `/` takes the rest. */
  readonly routes: { readonly [prefix: string]: string };
  readonly certificate: CertificateSpec;
  /** How long browsers refuse plain HTTP to the host (HSTS). @default not said */
  readonly hsts?: Duration;
  /** Only of ingress-nginx: the Gateway API has no limit of rates yet. @default none but the apps' own */
  readonly rateLimit?: RateLimitSpec;
}

/** Directory of Let's Encrypt. */
export const letsEncrypt = "https://acme-v02.api.letsencrypt.org/directory";

/** Name of the Gateway or Ingress, its routes and its certificate. */
export const gatewayName = "web";
/** Secret with the host's certificate. */
export const gatewaySecret = "web-tls";
/** Ports of the apps' Services. */
export const servicePort = 80;
