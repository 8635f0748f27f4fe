import { at, differs, itemsOf } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const remedy = "Enable it, and name the addresses of people and pipelines.";

export const digitaloceanClusterRestrictsApiServer: Rule = {
  name: "digitalocean-cluster-restricts-api-server",
  refuses: "A DOKS cluster whose API server answers the whole internet.",
  why: "A stolen token is then enough, from wherever, and so is a flaw of the API server.",
  source: "https://docs.digitalocean.com/products/kubernetes/how-to/add-control-plane-firewall/",
  severity: "high",
  kinds: ["digitalocean:index/kubernetesCluster:KubernetesCluster"],
  check: ({ props }): readonly Finding[] => {
    const firewall = at(props, "controlPlaneFirewall");
    if (differs(at(firewall, "enabled"), true))
      return [{ key: "controlPlaneFirewall.enabled", problem: "is not true", remedy }];
    return itemsOf(at(firewall, "allowedAddresses")).includes("0.0.0.0/0")
      ? [{ key: "controlPlaneFirewall.allowedAddresses", problem: "has the whole internet", remedy }]
      : [];
  },
};
