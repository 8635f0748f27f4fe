import { isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const digitaloceanDatabaseRequiresPrivateNetwork: Rule = {
  name: "digitalocean-database-requires-private-network",
  refuses: "A database cluster of DigitalOcean outside of a VPC of its own.",
  why: "It shares the region's default network with everything else of the account.",
  source: "https://docs.digitalocean.com/products/networking/vpc/",
  severity: "high",
  kinds: ["digitalocean:index/databaseCluster:DatabaseCluster"],
  check: ({ props }) =>
    findingIf(isEmpty(props["privateNetworkUuid"]), "privateNetworkUuid", "is not set", "Name the platform's VPC."),
};
