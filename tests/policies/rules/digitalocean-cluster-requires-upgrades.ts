import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no upgrades",
    (graph) => {
      graph.props("digitalocean:KubernetesCluster doks").autoUpgrade = false;
    },
    [
      "digitalocean-cluster-requires-upgrades: digitalocean:KubernetesCluster doks: autoUpgrade is not true. Set it to true, with a maintenancePolicy.",
    ],
  ),
];
