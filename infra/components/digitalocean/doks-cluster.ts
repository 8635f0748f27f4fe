import { KubernetesCluster } from "@pulumi/digitalocean/kubernetesCluster.js";
import { KubernetesNodePool } from "@pulumi/digitalocean/kubernetesNodePool.js";
import { all, ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { DoksSpec } from "../../model/clouds/doks.ts";
import { doksKubeconfig } from "../../model/clouds/doks-kubeconfig.ts";
import { poolName, type NodePoolSpec } from "../../model/clouds/node-pool.ts";

/** Arguments of {@link DoksCluster}. */
export interface DoksClusterArgs {
  readonly doks: DoksSpec;
  readonly vpcId: Input<string>;
}

const scaled = ({ name, size, min, max }: NodePoolSpec) => ({
  name,
  size,
  autoScale: true,
  minNodes: min,
  maxNodes: max,
  labels: { "todo-platform.io/pool": name },
});

/**
 * A DOKS cluster with a highly available control plane that answers only known addresses, one pool inline and each other
 * pool a resource of its own. Its kubeconfig holds no token. Costs the control plane and the nodes; exposes its API to the addresses of the model.
 *
 * @example new DoksCluster("todo-doks", { doks, vpcId: vpc.id });
 */
export class DoksCluster extends ComponentResource {
  readonly clusterId: Output<string>;
  readonly clusterName: Output<string>;
  readonly clusterUrn: Output<string>;
  /** Asks `doctl` for a token at each call. */
  readonly kubeconfig: Output<string>;

  constructor(name: string, args: DoksClusterArgs, options?: ComponentResourceOptions) {
    super("todo-platform:digitalocean:DoksCluster", name, {}, options);
    const { doks, vpcId } = args;
    const child = { parent: this };
    const cluster = new KubernetesCluster(
      `${name}-cluster`,
      {
        name: doks.name,
        region: doks.region,
        version: doks.kubernetesVersion,
        vpcUuid: vpcId,
        clusterSubnet: doks.network.pods,
        serviceSubnet: doks.network.services,
        ha: true,
        autoUpgrade: true,
        surgeUpgrade: true,
        maintenancePolicy: { day: "sunday", startTime: "02:00" },
        registryIntegration: true,
        kubeconfigExpireSeconds: 3_600,
        controlPlaneFirewall: { enabled: true, allowedAddresses: [...doks.apiServerRanges] },
        // Volumes and load balancers of the cluster outlive it, so that a mistake loses no data.
        destroyAllAssociatedResources: false,
        nodePool: scaled(doks.basePool),
      },
      {
        ...child,
        protect: true,
        // The maintenance window and the autoscaler move these.
        ignoreChanges: ["version", "nodePool.nodeCount"],
        // Credentials of one run are of no use to the next, and must not lie in the state in plain text.
        additionalSecretOutputs: ["kubeConfigs"],
      },
    );
    for (const pool of doks.userPools)
      new KubernetesNodePool(
        `${name}-${pool.name}`,
        { clusterId: cluster.id, ...scaled(pool), name: poolName(pool) },
        { ...child, deletedWith: cluster, ignoreChanges: ["nodeCount"] },
      );
    this.clusterId = cluster.id;
    this.clusterName = cluster.name;
    this.clusterUrn = cluster.clusterUrn;
    this.kubeconfig = all([cluster.id, cluster.endpoint, cluster.kubeConfigs]).apply(([clusterId, endpoint, [first]]) =>
      doksKubeconfig({ clusterId, endpoint, certificateAuthority: first?.clusterCaCertificate ?? "" }),
    );
    this.registerOutputs({ clusterId: this.clusterId });
  }
}
