import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { CustomResourceOptions, Input } from "@pulumi/pulumi";

/** Name and place of a Dapr object. The name is never generated: apps address the object by it. */
export interface DaprObjectArgs {
  readonly name: string;
  readonly namespace: Input<string>;
}

/** One metadata item of a Component. */
export interface ComponentMetadataInput {
  readonly name: string;
  readonly value?: Input<string>;
  readonly secretKeyRef?: { readonly name: Input<string>; readonly key: string };
  readonly envRef?: string;
}

/** Arguments of {@link Component}. */
export interface ComponentArgs extends DaprObjectArgs {
  /** Component type, such as `pubsub.kafka`. */
  readonly type: string;
  readonly version: string;
  readonly metadata: readonly ComponentMetadataInput[];
  /** App ids that load it; a component without scopes is loaded by every app of the namespace. */
  readonly scopes: readonly string[];
}

const metadataOf = (args: DaprObjectArgs) => ({ name: args.name, namespace: args.namespace });

/** A Component (dapr.io/v1alpha1). Upstream: docs.dapr.io/reference/resource-specs/component-schema. */
export class Component extends CustomResource {
  constructor(name: string, args: ComponentArgs, options?: CustomResourceOptions) {
    const { type, version, metadata, scopes } = args;
    super(
      name,
      {
        apiVersion: "dapr.io/v1alpha1",
        kind: "Component",
        metadata: metadataOf(args),
        auth: { secretStore: "kubernetes" },
        spec: { type, version, metadata },
        scopes,
      },
      options,
    );
  }
}

/** A Configuration (dapr.io/v1alpha1). Upstream: docs.dapr.io/reference/resource-specs/configuration-schema. */
export class Configuration extends CustomResource {
  constructor(name: string, args: DaprObjectArgs & { spec: object }, options?: CustomResourceOptions) {
    const { spec } = args;
    super(name, { apiVersion: "dapr.io/v1alpha1", kind: "Configuration", metadata: metadataOf(args), spec }, options);
  }
}

/** Arguments of {@link Subscription}. */
export interface SubscriptionArgs extends DaprObjectArgs {
  readonly pubsub: string;
  readonly topic: string;
  /** Route of the app for every event that no rule matches. */
  readonly route: string;
  readonly deadLetterTopic: string | undefined;
  readonly scopes: readonly string[];
}

/** A declarative Subscription (dapr.io/v2alpha1). Upstream: docs.dapr.io/reference/resource-specs/subscription-schema. */
export class Subscription extends CustomResource {
  constructor(name: string, args: SubscriptionArgs, options?: CustomResourceOptions) {
    const { pubsub, topic, route, deadLetterTopic, scopes } = args;
    super(
      name,
      {
        apiVersion: "dapr.io/v2alpha1",
        kind: "Subscription",
        metadata: metadataOf(args),
        spec: {
          pubsubname: pubsub,
          topic,
          routes: { default: route },
          ...(deadLetterTopic === undefined ? {} : { deadLetterTopic }),
        },
        scopes,
      },
      options,
    );
  }
}

/** A Resiliency (dapr.io/v1alpha1). Upstream: docs.dapr.io/reference/resource-specs/resiliency-schema. */
export class Resiliency extends CustomResource {
  constructor(
    name: string,
    args: DaprObjectArgs & { spec: object; scopes: readonly string[] },
    options?: CustomResourceOptions,
  ) {
    const { spec, scopes } = args;
    super(
      name,
      { apiVersion: "dapr.io/v1alpha1", kind: "Resiliency", metadata: metadataOf(args), spec, scopes },
      options,
    );
  }
}
