import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a single control plane",
    (graph) => {
      delete graph.props("digitalocean:KubernetesCluster doks").ha;
    },
    [
      "digitalocean-cluster-requires-ha: digitalocean:KubernetesCluster doks: ha is not true. Set it to true; later it cannot be undone.",
    ],
  ),
];
