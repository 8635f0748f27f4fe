import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const postgresClusterRequiresReplicas: Rule = {
  name: "postgres-cluster-requires-replicas",
  refuses: "A PostgreSQL cluster of one instance.",
  why: "The end of its node stops every app until the volume is attached elsewhere, or for good.",
  source: "https://cloudnative-pg.io/documentation/current/architecture/",
  severity: "high",
  kinds: ["postgresql.cnpg.io/Cluster"],
  check: ({ props }) =>
    findingIf(
      Number(at(props, "spec", "instances") ?? 1) < 2,
      "spec.instances",
      "is below 2",
      "Set it to 3, with synchronous replication.",
    ),
};
