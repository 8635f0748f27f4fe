import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import type { ComponentResource, Input } from "@pulumi/pulumi";
import { withoutAwait } from "./pod-defaults.ts";

/** Where a server of one pod is reached. */
export interface ServerAccessArgs {
  readonly name: string;
  readonly namespace: Input<string>;
  readonly port: number;
  /** @default the server's name */
  readonly portName?: string;
}

/** Service and NetworkPolicy of a server of one pod: one port, for the pods of its namespace. Returns the pod's labels. */
export const serverAccess = (
  resource: string,
  { name, namespace, port, portName = name }: ServerAccessArgs,
  parent: ComponentResource,
): { readonly labels: Record<string, string> } => {
  const labels = { "app.kubernetes.io/name": name };
  new Service(
    `${resource}-service`,
    { metadata: { name, namespace, ...withoutAwait }, spec: { selector: labels, ports: [{ name: portName, port }] } },
    { parent },
  );
  new NetworkPolicy(
    `${resource}-clients`,
    {
      metadata: { name: `${name}-clients`, namespace },
      spec: {
        podSelector: { matchLabels: labels },
        ingress: [{ from: [{ podSelector: {} }], ports: [{ port }] }],
      },
    },
    { parent },
  );
  return { labels };
};
