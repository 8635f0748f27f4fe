import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "open to the internet",
    (graph) => {
      graph.props("digitalocean:KubernetesCluster doks").controlPlaneFirewall.allowedAddresses = ["0.0.0.0/0"];
    },
    [
      "digitalocean-cluster-restricts-api-server: digitalocean:KubernetesCluster doks: controlPlaneFirewall.allowedAddresses has the whole internet. Enable it, and name the addresses of people and pipelines.",
    ],
  ),
  broken(
    "no firewall",
    (graph) => {
      delete graph.props("digitalocean:KubernetesCluster doks").controlPlaneFirewall;
    },
    [
      "digitalocean-cluster-restricts-api-server: digitalocean:KubernetesCluster doks: controlPlaneFirewall.enabled is not true. Enable it, and name the addresses of people and pipelines.",
    ],
  ),
];
