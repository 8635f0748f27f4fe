import { differs } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const digitaloceanClusterRequiresUpgrades: Rule = {
  name: "digitalocean-cluster-requires-upgrades",
  refuses: "A DOKS cluster that does not upgrade its patches, or does so without spare nodes.",
  why: "Flaws of Kubernetes are known to all after their fix; an upgrade without a spare node takes apps down.",
  source: "https://docs.digitalocean.com/products/kubernetes/how-to/upgrade-cluster/",
  severity: "medium",
  kinds: ["digitalocean:index/kubernetesCluster:KubernetesCluster"],
  check: ({ props }) =>
    ["autoUpgrade", "surgeUpgrade"]
      .filter((key) => differs(props[key], true))
      .map((key) => ({ key, problem: "is not true", remedy: "Set it to true, with a maintenancePolicy." })),
};
