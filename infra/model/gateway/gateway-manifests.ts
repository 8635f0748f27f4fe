import type { ObjectMetadata } from "../object-metadata.ts";

/** Upstream: gateway-api GatewayClass. */
export interface GatewayClassManifest {
  readonly apiVersion: "gateway.networking.k8s.io/v1";
  readonly kind: "GatewayClass";
  readonly metadata: ObjectMetadata;
  /** Name of the controller that answers for the class. */
  readonly spec: { readonly controllerName: string };
}

/** A port that a Gateway listens on. Upstream: gateway-api Listener; only the fields that are used. */
export interface GatewayListener {
  readonly name: string;
  readonly hostname: string;
  readonly port: number;
  readonly protocol: "HTTP" | "HTTPS";
  /** Which namespaces' routes may use it. */
  readonly allowedRoutes: { readonly namespaces: { readonly from: "Same" | "All" } };
  readonly tls?: { readonly mode: "Terminate"; readonly certificateRefs: readonly { readonly name: string }[] };
}

/** Upstream: gateway-api Gateway. */
export interface GatewayManifest {
  readonly apiVersion: "gateway.networking.k8s.io/v1";
  readonly kind: "Gateway";
  readonly metadata: ObjectMetadata;
  readonly spec: { readonly gatewayClassName: string; readonly listeners: readonly GatewayListener[] };
}

/** What happens to a request or its answer on the way. Upstream: gateway-api HTTPRouteFilter. */
export type RouteFilter =
  | {
      readonly type: "RequestRedirect";
      readonly requestRedirect: { readonly scheme: "https"; readonly statusCode: 301 };
    }
  | {
      readonly type: "ResponseHeaderModifier";
      readonly responseHeaderModifier: { readonly set: readonly { readonly name: string; readonly value: string }[] };
    }
  | {
      readonly type: "ExtensionRef";
      readonly extensionRef: { readonly group: string; readonly kind: string; readonly name: string };
    };

/** Upstream: gateway-api HTTPRoute; only the fields that are used. */
export interface HttpRouteManifest {
  readonly apiVersion: "gateway.networking.k8s.io/v1";
  readonly kind: "HTTPRoute";
  readonly metadata: ObjectMetadata;
  readonly spec: {
    readonly parentRefs: readonly { readonly name: string; readonly sectionName: string }[];
    readonly hostnames: readonly string[];
    readonly rules: readonly {
      readonly matches?: readonly { readonly path: { readonly type: "PathPrefix"; readonly value: string } }[];
      readonly filters?: readonly RouteFilter[];
      readonly backendRefs?: readonly { readonly name: string; readonly port: number }[];
    }[];
  };
}
