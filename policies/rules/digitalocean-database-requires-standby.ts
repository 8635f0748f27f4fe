import { findingIf, type Rule } from "../pack/rule.ts";

export const digitaloceanDatabaseRequiresStandby: Rule = {
  name: "digitalocean-database-requires-standby",
  refuses: "A database cluster of DigitalOcean of one node.",
  why: "Its node's end and each upgrade stop every app for minutes.",
  source: "https://docs.digitalocean.com/products/databases/postgresql/how-to/add-standby-nodes/",
  severity: "high",
  kinds: ["digitalocean:index/databaseCluster:DatabaseCluster"],
  check: ({ props }) =>
    findingIf(Number(props["nodeCount"] ?? 1) < 2, "nodeCount", "is below 2", "Set it to 2 or more."),
};
