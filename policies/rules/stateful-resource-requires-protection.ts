import { findingIf, type Rule } from "../pack/rule.ts";

export const statefulResourceRequiresProtection: Rule = {
  name: "stateful-resource-requires-protection",
  refuses: "A database, vault, registry, network or cluster of a cloud that the engine may delete.",
  why: "A renamed resource or a careless destroy then takes the data with it.",
  source: "https://www.pulumi.com/docs/iac/concepts/options/protect/",
  severity: "critical",
  kinds: [
    "azure-native:resources:ResourceGroup",
    "azure-native:keyvault:Vault",
    "azure-native:containerregistry:Registry",
    "azure-native:containerservice:ManagedCluster",
    "azure-native:dbforpostgresql:Server",
    "azure-native:storage:StorageAccount",
    "digitalocean:index/databaseCluster:DatabaseCluster",
    "digitalocean:index/containerRegistry:ContainerRegistry",
    "digitalocean:index/kubernetesCluster:KubernetesCluster",
    "digitalocean:index/spacesBucket:SpacesBucket",
    "digitalocean:index/volume:Volume",
  ],
  check: ({ isProtected }) =>
    findingIf(!isProtected, "protect", "is not set", "Set protect in the resource's options."),
};
