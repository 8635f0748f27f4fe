import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "no firewall",
    (graph) => {
      graph.remove("digitalocean:DatabaseFirewall orders-firewall");
    },
    [
      "digitalocean-database-requires-firewall: digitalocean:DatabaseCluster orders: DatabaseFirewall may be missing: the stack has fewer of them than database clusters. Make one for each, with the Kubernetes cluster as its one source.",
    ],
  ),
  broken(
    "a firewall for everybody",
    (graph) => {
      graph.props("digitalocean:DatabaseFirewall orders-firewall").rules[0] = { type: "ip_addr", value: "0.0.0.0/0" };
    },
    [
      "digitalocean-database-requires-firewall: digitalocean:DatabaseFirewall orders-firewall: rules[0].value is the whole internet. Name the Kubernetes cluster, with type k8s.",
    ],
  ),
];
