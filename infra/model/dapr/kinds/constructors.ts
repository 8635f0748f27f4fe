import type { ComponentSpec } from "../component-spec.ts";
import type { ComponentManifest } from "./generated/component.ts";
import type { ConfigurationManifest, ConfigurationSpec } from "./generated/configuration.ts";
import type { HTTPEndpointManifest, HTTPEndpointSpec } from "./generated/http-endpoint.ts";
import type { MCPServerManifest, MCPServerSpec } from "./generated/mcp-server.ts";
import type { ResiliencyManifest, ResiliencySpec } from "./generated/resiliency.ts";
import type { SubscriptionManifest, SubscriptionSpec } from "./generated/subscription.ts";
import type { WorkflowAccessPolicyManifest, WorkflowAccessPolicySpec } from "./generated/workflow-access-policy.ts";
import type { ManifestMetadata } from "./manifest-values.ts";

/** Name and place of a Dapr object. */
export interface ObjectArgs {
  readonly name: string;
  /** The namespace that it is applied to, unless stated. */
  readonly namespace?: string;
}

/** A Dapr object that some apps use: those whose ids are listed. */
export interface ScopedArgs extends ObjectArgs {
  /** App ids; every app of the namespace when left out. */
  readonly scopes?: readonly string[];
}

const metadataOf = ({ name, namespace }: ObjectArgs): ManifestMetadata => ({
  name,
  ...(namespace === undefined ? {} : { namespace }),
});

const scopesOf = ({ scopes }: ScopedArgs): { readonly scopes?: readonly string[] } =>
  scopes === undefined ? {} : { scopes };

/** A Configuration: how the sidecars that name it behave. */
export const configuration = (args: ObjectArgs & { readonly spec: ConfigurationSpec }): ConfigurationManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Configuration",
  metadata: metadataOf(args),
  spec: args.spec,
});

/** A declarative Subscription: which routes of the apps in its scopes get the events of a topic. */
export const subscription = (args: ScopedArgs & { readonly spec: SubscriptionSpec }): SubscriptionManifest => ({
  apiVersion: "dapr.io/v2alpha1",
  kind: "Subscription",
  metadata: metadataOf(args),
  spec: args.spec,
  ...scopesOf(args),
});

/** A Resiliency: retries, timeouts and circuit breakers, and what they guard. */
export const resiliency = (args: ScopedArgs & { readonly spec: ResiliencySpec }): ResiliencyManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Resiliency",
  metadata: metadataOf(args),
  spec: args.spec,
  ...scopesOf(args),
});

/** An HTTPEndpoint: a service outside of Dapr that apps invoke by this name. */
export const httpEndpoint = (
  args: ScopedArgs & { readonly auth?: { readonly secretStore: string }; readonly spec: HTTPEndpointSpec },
): HTTPEndpointManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "HTTPEndpoint",
  metadata: metadataOf(args),
  ...(args.auth === undefined ? {} : { auth: args.auth }),
  spec: args.spec,
  ...scopesOf(args),
});

/** An MCPServer: a server of tools that workflows call. Needs Dapr 1.18. */
export const mcpServer = (args: ScopedArgs & { readonly spec: MCPServerSpec }): MCPServerManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "MCPServer",
  metadata: metadataOf(args),
  spec: args.spec,
  ...scopesOf(args),
});

/** A WorkflowAccessPolicy: who may call the workflows of the apps in its scopes. Needs Dapr 1.18. */
export const workflowAccessPolicy = (
  args: ScopedArgs & { readonly spec: WorkflowAccessPolicySpec },
): WorkflowAccessPolicyManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "WorkflowAccessPolicy",
  metadata: metadataOf(args),
  spec: args.spec,
  ...scopesOf(args),
});

/** A Component of the platform's model under its name, for the apps in its scopes. */
export const componentManifest = (
  args: ScopedArgs & { readonly auth?: { readonly secretStore: string } },
  { type, version, metadata, initTimeout, ignoreErrors }: ComponentSpec,
): ComponentManifest => ({
  apiVersion: "dapr.io/v1alpha1",
  kind: "Component",
  metadata: metadataOf(args),
  ...(args.auth === undefined ? {} : { auth: args.auth }),
  spec: {
    type,
    version,
    metadata,
    ...(initTimeout === undefined ? {} : { initTimeout }),
    ...(ignoreErrors === undefined ? {} : { ignoreErrors }),
  },
  ...scopesOf(args),
});
