import { Ingress } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { GatewaySpec } from "../model/gateway/gateway.ts";
import { toCertificate, toGateway, toIngress, toIssuer, toRoutes } from "../model/gateway/to-gateway.ts";
import { Certificate, Issuer } from "../resources/cert-manager.ts";
import { Gateway, HttpRoute } from "../resources/gateway.ts";

/** Port of the pod that answers an ACME server. Source: cert-manager pkg/issuer/acme/http. */
const acmeSolverPort = 8089;

/** Arguments of {@link WebGateway}. */
export interface WebGatewayArgs {
  readonly gateway: GatewaySpec;
  /** Name of the apps' namespace. */
  readonly appNamespace: string;
  /** The same, known once it exists. */
  readonly namespace: Input<string>;
}

/**
 * One host with TLS for the apps: issuer and certificate (cert-manager), and a Gateway with its routes or an Ingress.
 * Costs what the controller's load balancer costs; exposes ports 80 (redirect) and 443 of the host to the world.
 *
 * @example new WebGateway("gateway", { gateway, appNamespace: "todo-app", namespace });
 */
export class WebGateway extends ComponentResource {
  constructor(name: string, args: WebGatewayArgs, options?: ComponentResourceOptions) {
    super("todo-platform:gateway:WebGateway", name, {}, options);
    const { gateway, appNamespace, namespace } = args;
    const child = { parent: this };
    const issuer = new Issuer(`${name}-issuer`, { manifest: toIssuer(gateway, appNamespace), namespace }, child);
    new Certificate(
      `${name}-certificate`,
      { manifest: toCertificate(gateway, appNamespace), namespace },
      { parent: this, dependsOn: [issuer] },
    );
    if (gateway.certificate.kind === "acme") this.#allowSolver(name, args);
    if (gateway.kind === "ingress-nginx") {
      const { metadata, spec } = toIngress(gateway, appNamespace);
      new Ingress(`${name}-ingress`, { metadata: { ...metadata, namespace }, spec }, child);
    } else {
      const listener = new Gateway(
        `${name}-listener`,
        { manifest: toGateway(gateway, appNamespace), namespace },
        child,
      );
      for (const manifest of toRoutes(gateway, appNamespace))
        new HttpRoute(
          `${name}-route-${manifest.metadata.name}`,
          { manifest, namespace },
          { parent: this, dependsOn: [listener] },
        );
    }
    this.registerOutputs({});
  }

  /** cert-manager answers the ACME server by a pod in this namespace, which lets nobody in otherwise. */
  #allowSolver(name: string, { gateway, namespace }: WebGatewayArgs): void {
    const controller = { matchLabels: { "kubernetes.io/metadata.name": gateway.controllerNamespace } };
    new NetworkPolicy(
      `${name}-solver`,
      {
        metadata: { name: "acme-solver", namespace },
        spec: {
          podSelector: { matchLabels: { "acme.cert-manager.io/http01-solver": "true" } },
          ingress: [{ from: [{ namespaceSelector: controller }], ports: [{ port: acmeSolverPort }] }],
        },
      },
      { parent: this },
    );
  }
}
