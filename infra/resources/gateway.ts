import type { GatewayClassManifest, GatewayManifest, HttpRouteManifest } from "../model/gateway/gateway-manifests.ts";
import { OperatorObject } from "./operator-object.ts";

/** Which controller answers for Gateways of this name. Upstream: gateway-api.sigs.k8s.io/reference/spec. */
export class GatewayClass extends OperatorObject<GatewayClassManifest> {}

/** Ports that are open to the outside. Upstream: gateway-api.sigs.k8s.io/reference/spec. */
export class Gateway extends OperatorObject<GatewayManifest> {}

/** Which request goes where. Upstream: gateway-api.sigs.k8s.io/reference/spec. */
export class HttpRoute extends OperatorObject<HttpRouteManifest> {}
