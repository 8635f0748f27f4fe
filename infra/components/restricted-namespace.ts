import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import { restrictedNamespaceLabels } from "./pod-defaults.ts";

/** Arguments of {@link RestrictedNamespace}. */
export interface RestrictedNamespaceArgs {
  readonly namespace: string;
  /** Whether pods accept only what a NetworkPolicy of their own allows. */
  readonly denyIngress: boolean;
}

/**
 * A namespace that enforces Pod Security `restricted` and, where asked, accepts no traffic that no policy allows.
 * Costs nothing; exposes nothing.
 *
 * @example new RestrictedNamespace("kafka", { namespace: "kafka", denyIngress: true });
 */
export class RestrictedNamespace extends ComponentResource {
  /** Name of the namespace, known once it exists: children that use it wait for it. */
  readonly namespaceName: Output<string>;

  constructor(name: string, args: RestrictedNamespaceArgs, options?: ComponentResourceOptions) {
    super("todo-platform:cluster:RestrictedNamespace", name, {}, options);
    const namespace = new Namespace(
      `${name}-namespace`,
      { metadata: { name: args.namespace, labels: restrictedNamespaceLabels } },
      { parent: this },
    );
    this.namespaceName = namespace.metadata.name;
    if (args.denyIngress)
      new NetworkPolicy(
        `${name}-deny-ingress`,
        {
          metadata: { name: "deny-ingress", namespace: this.namespaceName },
          spec: { podSelector: {}, policyTypes: ["Ingress"] },
        },
        { parent: this },
      );
    this.registerOutputs({ namespaceName: this.namespaceName });
  }
}
