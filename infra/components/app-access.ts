import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { kubernetesSecretsOf } from "../model/access.ts";
import type { PlatformSpec } from "../model/platform-spec.ts";
import { leastReplicas } from "../model/scaling/scaling.ts";
import { appMetricsPort, sidecarMetricsPort } from "../model/service.ts";
import { withoutAwait } from "./pod-defaults.ts";

/** Arguments of {@link AppAccess}. */
export interface AppAccessArgs {
  readonly platform: PlatformSpec;
  readonly app: string;
  readonly namespace: Input<string>;
  /** Labels of the app's pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of the app's ServiceAccount. @default none */
  readonly accountAnnotations?: Readonly<Record<string, Input<string>>>;
}

/**
 * What an app may do and how it is reached: its ServiceAccount, a Role over exactly its secrets, its Service, its
 * NetworkPolicy, and a PodDisruptionBudget when it has several replicas (with one it would block node upgrades).
 * A NodePort, where the service has one, is the only thing reachable from outside the cluster.
 *
 * @example new AppAccess("todo-backend-access", { platform, app: "todo-backend", namespace, labels });
 */
export class AppAccess extends ComponentResource {
  constructor(name: string, args: AppAccessArgs, options?: ComponentResourceOptions) {
    super("todo-platform:app:AppAccess", name, {}, options);
    const { platform, app, namespace, labels } = args;
    const child = { parent: this };
    const metadata = { name: app, namespace };
    const service = platform.services[app];
    const { accountAnnotations: annotations = {} } = args;
    const account = Object.keys(annotations).length === 0 ? metadata : { ...metadata, annotations };
    new ServiceAccount(`${name}-account`, { metadata: account, automountServiceAccountToken: false }, child);
    this.#allowSecrets(name, args);
    const nodePort = service?.nodePort;
    new Service(
      `${name}-service`,
      {
        metadata: { ...metadata, ...withoutAwait },
        spec: {
          type: nodePort === undefined ? "ClusterIP" : "NodePort",
          selector: labels,
          ports: [
            {
              name: "http",
              port: 80,
              targetPort: platform.topology.apps[app]?.port ?? 80,
              ...(nodePort === undefined ? {} : { nodePort }),
            },
          ],
        },
      },
      child,
    );
    this.#allowTraffic(name, args);
    if (leastReplicas(service) > 1)
      new PodDisruptionBudget(
        `${name}-disruption`,
        { metadata, spec: { maxUnavailable: 1, selector: { matchLabels: labels } } },
        child,
      );
    this.registerOutputs({});
  }

  #allowSecrets(name: string, { platform, app, namespace }: AppAccessArgs): void {
    const resourceNames = kubernetesSecretsOf(platform, app);
    if (resourceNames.length === 0) return;
    const metadata = { name: `${app}-secrets`, namespace };
    const role = new Role(
      `${name}-secrets`,
      { metadata, rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get"], resourceNames }] },
      { parent: this },
    );
    new RoleBinding(
      `${name}-secrets-binding`,
      {
        metadata,
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: role.metadata.name },
        subjects: [{ kind: "ServiceAccount", name: app, namespace }],
      },
      { parent: this },
    );
  }

  #allowTraffic(name: string, { platform, app, namespace, labels }: AppAccessArgs): void {
    const monitoring = {
      namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": platform.tracing.namespace } },
    };
    const internal = { from: [{ podSelector: {} }], ports: [{ port: 50_002 }] };
    const metrics = { from: [monitoring], ports: [{ port: sidecarMetricsPort }, { port: appMetricsPort }] };
    // Only an app that has a port on the node is called directly; every other call comes through a sidecar.
    const direct =
      platform.services[app]?.nodePort === undefined
        ? []
        : [{ ports: [{ port: platform.topology.apps[app]?.port ?? 80 }] }];
    const { gateway } = platform;
    const fromGateway =
      gateway === undefined || !Object.values(gateway.routes).includes(app)
        ? []
        : [
            {
              from: [
                { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": gateway.controllerNamespace } } },
              ],
              ports: [{ port: platform.topology.apps[app]?.port ?? 80 }],
            },
          ];
    new NetworkPolicy(
      `${name}-traffic`,
      {
        metadata: { name: app, namespace },
        spec: { podSelector: { matchLabels: labels }, ingress: [internal, metrics, ...direct, ...fromGateway] },
      },
      { parent: this },
    );
  }
}
