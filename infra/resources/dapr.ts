import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";
import type { ComponentManifest } from "../model/dapr/kinds/generated/component.ts";
import type { ConfigurationManifest } from "../model/dapr/kinds/generated/configuration.ts";
import type { HTTPEndpointManifest } from "../model/dapr/kinds/generated/http-endpoint.ts";
import type { MCPServerManifest } from "../model/dapr/kinds/generated/mcp-server.ts";
import type { ResiliencyManifest } from "../model/dapr/kinds/generated/resiliency.ts";
import type { SubscriptionManifest } from "../model/dapr/kinds/generated/subscription.ts";
import type { WorkflowAccessPolicyManifest } from "../model/dapr/kinds/generated/workflow-access-policy.ts";
import type { DaprManifest } from "../model/dapr/manifests.ts";
import type { Inputs } from "./inputs.ts";

/**
 * Arguments of every Dapr object: its manifest, in whose spec every value may be the output of another resource. The
 * name is never generated, since apps address the object by it.
 */
export interface DaprObjectArgs<Manifest extends DaprManifest> {
  readonly manifest: Omit<Manifest, "spec"> & { readonly spec: Inputs<Manifest["spec"]> };
  /** Takes the place of the manifest's namespace, so that a Namespace resource is waited for. */
  readonly namespace?: Input<string>;
}

class DaprObject<Manifest extends DaprManifest> extends CustomResource {
  constructor(name: string, { manifest, namespace }: DaprObjectArgs<Manifest>, options?: CustomResourceOptions) {
    const metadata = { ...manifest.metadata, ...(namespace === undefined ? {} : { namespace }) };
    super(name, { ...manifest, metadata }, options);
  }
}

/** A Component. Upstream: docs.dapr.io/reference/resource-specs/component-schema. */
export class Component extends DaprObject<ComponentManifest> {}

/** A Configuration. Upstream: docs.dapr.io/reference/resource-specs/configuration-schema. */
export class Configuration extends DaprObject<ConfigurationManifest> {}

/** A declarative Subscription. Upstream: docs.dapr.io/reference/resource-specs/subscription-schema. */
export class Subscription extends DaprObject<SubscriptionManifest> {}

/** A Resiliency. Upstream: docs.dapr.io/reference/resource-specs/resiliency-schema. */
export class Resiliency extends DaprObject<ResiliencyManifest> {}

/** An HTTPEndpoint. Upstream: docs.dapr.io/reference/resource-specs/httpendpoints-schema. */
export class HTTPEndpoint extends DaprObject<HTTPEndpointManifest> {}

/** An MCPServer; since Dapr 1.18. Upstream: dapr pkg/apis/mcpserver. */
export class MCPServer extends DaprObject<MCPServerManifest> {}

/** A WorkflowAccessPolicy; since Dapr 1.18. Upstream: dapr pkg/apis/workflowaccesspolicy. */
export class WorkflowAccessPolicy extends DaprObject<WorkflowAccessPolicyManifest> {}

/** The resource of any manifest. */
export const daprObject = (
  name: string,
  manifest: DaprManifest,
  namespace: Input<string>,
  options?: CustomResourceOptions,
): CustomResource => {
  switch (manifest.kind) {
    case "Component":
      return new Component(name, { manifest, namespace }, options);
    case "Configuration":
      return new Configuration(name, { manifest, namespace }, options);
    case "Subscription":
      return new Subscription(name, { manifest, namespace }, options);
    case "Resiliency":
      return new Resiliency(name, { manifest, namespace }, options);
    case "HTTPEndpoint":
      return new HTTPEndpoint(name, { manifest, namespace }, options);
    case "MCPServer":
      return new MCPServer(name, { manifest, namespace }, options);
    case "WorkflowAccessPolicy":
      return new WorkflowAccessPolicy(name, { manifest, namespace }, options);
  }
};
