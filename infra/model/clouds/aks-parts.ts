import { keyVaultName, type AksSpec } from "./aks.ts";
import type { CloudPart } from "./cloud-part.ts";

const again = "none: `pulumi up` makes it again";

/** Servers and what watches them. */
const serverParts = (aks: AksSpec): CloudPart[] => [
  {
    part: "PostgreSQL flexible server with a standby in another zone",
    types: ["Server", "Configuration", "AdministratorsMicrosoftEntra"],
    exposure: "a subnet of its own inside the network",
    identity: "a role with a password for each database; people by the groups of administrators",
    backup: `every second of the last ${aks.postgres.backupDays} days, ${aks.postgres.geoRedundantBackup ? "in the paired region too" : "in the region"}: \`az postgres flexible-server restore\` makes a new server`,
  },
  {
    part: "Azure Managed Redis with a replica (`stateStore: redis`)",
    types: ["RedisEnterprise", "Database"],
    exposure: "private endpoint only",
    identity: "one key, for the sidecars",
    backup: "each write on disk within a second; no copy elsewhere, since it holds what the apps can make again",
  },
  {
    part: "Event Hubs (`kafka: event-hubs-…`)",
    types: ["Namespace", "EventHub", "NamespaceAuthorizationRule"],
    exposure: "private endpoint only",
    identity: "a connection string for each app, which sends, listens or both, in all hubs",
    backup: "records in three zones for 7 days",
  },
  {
    part: "managed Prometheus, Log Analytics, Grafana, logs of cluster, vault and PostgreSQL, alerts by email",
    types: [
      ...["Workspace", "AzureMonitorWorkspace", "Grafana", "DiagnosticSetting", "ActionGroup", "MetricAlert"],
      ...["DataCollectionEndpoint", "DataCollectionRule", "DataCollectionRuleAssociation"],
    ],
    exposure: "Azure's public endpoints, by Entra ID",
    identity: "Grafana may query metrics and logs of the platform (Monitoring Data Reader, Monitoring Reader)",
    backup: `metrics are kept for 18 months, logs for ${aks.logRetentionDays} days`,
  },
];

/** Everything that the stack makes in Azure. */
export const aksParts = (aks: AksSpec): CloudPart[] => [
  {
    part: "resource group, network with three subnets, NAT gateway",
    types: ["ResourceGroup", "VirtualNetwork", "Subnet", "NatGateway", "PublicIPAddress"],
    exposure: "nothing reaches in; nodes reach out by one address",
    identity: "—",
    backup: again,
  },
  {
    part: `cluster \`${aks.name}\`, its pools and maintenance windows`,
    types: ["ManagedCluster", "AgentPool", "MaintenanceConfiguration"],
    exposure:
      aks.apiServer.kind === "private"
        ? "Kubernetes API inside the network only; the gateway's load balancer on ports 80 and 443"
        : "Kubernetes API from the addresses of the config; the gateway's load balancer on ports 80 and 443",
    identity:
      "acts as an identity of its own (Network Contributor on the nodes' subnet); people by Entra ID and Azure RBAC, no local accounts",
    backup: "none: `pulumi up` makes it again; Kafka keeps each record three times, in three zones",
  },
  {
    part: "an identity for each app that reads a secret",
    types: ["UserAssignedIdentity", "FederatedIdentityCredential", "RoleAssignment"],
    exposure: "—",
    identity: "the token of the app's ServiceAccount is exchanged; nothing is kept anywhere",
    backup: again,
  },
  {
    part: `registry \`${aks.name}${aks.suffix}\``,
    types: ["Registry"],
    exposure: "public endpoint, no anonymous pull, no admin user",
    identity: "nodes may pull (AcrPull); whoever runs `pulumi up` pushes",
    backup: "a copy in every zone; `pulumi up` builds and pushes again",
  },
  {
    part: `Key Vault \`${keyVaultName(aks)}\` with its private endpoint`,
    types: ["Vault", "Secret", "PrivateEndpoint", "PrivateDnsZoneGroup", "PrivateZone", "VirtualNetworkLink"],
    exposure: "private endpoint only",
    identity: "each app reads its own secrets and no others (Key Vault Secrets User on a secret)",
    backup: "what is deleted is kept for 90 days and cannot be purged: `az keyvault secret recover`",
  },
  ...serverParts(aks),
];
