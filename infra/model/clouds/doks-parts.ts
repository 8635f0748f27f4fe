import type { CloudPart } from "./cloud-part.ts";
import type { DoksSpec } from "./doks.ts";

/** Everything that the stack makes at DigitalOcean. */
export const doksParts = (doks: DoksSpec): CloudPart[] => [
  {
    part: "VPC and project",
    types: ["Vpc", "Project"],
    exposure: "—",
    identity: "—",
    backup: "none: `pulumi up` makes it again",
  },
  {
    part: `cluster \`${doks.name}\` with a highly available control plane, and its pools`,
    types: ["KubernetesCluster", "KubernetesNodePool"],
    exposure: "Kubernetes API from the addresses of the config; the gateway's load balancer on ports 80 and 443",
    identity: "people and CI by tokens of DigitalOcean, for which `doctl` is asked at each run",
    backup: "none: `pulumi up` makes it again; Kafka keeps each record three times; volumes outlive the cluster",
  },
  {
    part: "registry",
    types: ["ContainerRegistry"],
    exposure: "public endpoint, no anonymous pull",
    identity: "the cluster is given a pull secret; whoever runs `pulumi up` pushes",
    backup: "`pulumi up` builds and pushes again",
  },
  {
    part: `PostgreSQL, ${doks.postgres.nodes} servers`,
    types: ["DatabaseCluster", "DatabaseFirewall"],
    exposure: "the VPC, and there the cluster's nodes only",
    identity: "a role with a password for each database",
    backup: "every second of the last 7 days: `doctl databases create --restore-from-cluster-name`",
  },
  {
    part: `Valkey, ${doks.valkey.nodes} servers`,
    types: ["DatabaseCluster", "DatabaseFirewall"],
    exposure: "the VPC, and there the cluster's nodes only",
    identity: "one password, for the sidecars",
    backup: "daily, for 7 days: `doctl databases create --restore-from-cluster-name`; evicts nothing",
  },
  {
    part: `record of the page's host in \`${doks.domain}\``,
    types: ["DnsRecord"],
    exposure: "public",
    identity: "—",
    backup: "none: `pulumi up` makes it again",
  },
];
