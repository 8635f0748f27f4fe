import { differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const digitaloceanClusterRequiresHa: Rule = {
  name: "digitalocean-cluster-requires-ha",
  refuses: "A DOKS cluster with a single control plane.",
  why: "While it is away nothing is scheduled, scaled or renewed.",
  source: "https://docs.digitalocean.com/products/kubernetes/how-to/enable-high-availability/",
  severity: "medium",
  kinds: ["digitalocean:index/kubernetesCluster:KubernetesCluster"],
  check: ({ props }) =>
    findingIf(differs(props["ha"], true), "ha", "is not true", "Set it to true; later it cannot be undone."),
};
