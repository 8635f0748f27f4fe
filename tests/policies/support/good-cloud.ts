import { draft, type Draft } from "./graph.ts";

const azure = (module: string, kind: string, name: string, props: object, isProtected = false): Draft =>
  draft(`azure-native:${module}:${kind}`, name, { resourceGroupName: "todo", ...props }, isProtected);

const digitalocean = (kind: string, name: string, props: object, isProtected = false): Draft =>
  draft(`digitalocean:index/${kind}`, name, props, isProtected);

const location = "westeurope";
const role = "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6";

const diagnostics = (name: string): Draft =>
  draft("azure-native:monitor:DiagnosticSetting", name, {
    name: "audit",
    resourceUri: `/subscriptions/s/resourceGroups/todo/${name}`,
    workspaceId: "/subscriptions/s/logs",
    logs: [{ categoryGroup: "audit", enabled: true }],
  });

const goodAzure = (): Draft[] => [
  draft("azure-native:resources:ResourceGroup", "group", { resourceGroupName: "todo", location }, true),
  azure(
    "keyvault",
    "Vault",
    "vault",
    {
      vaultName: "todo-vault",
      location,
      properties: {
        tenantId: "11111111-2222-4333-8444-555555555555",
        sku: { family: "A", name: "standard" },
        enablePurgeProtection: true,
        enableRbacAuthorization: true,
        publicNetworkAccess: "Disabled",
      },
    },
    true,
  ),
  azure("network", "PrivateEndpoint", "vault-endpoint", { privateEndpointName: "vault", location }),
  azure(
    "containerregistry",
    "Registry",
    "images",
    {
      registryName: "todoimages",
      location,
      sku: { name: "Premium" },
      adminUserEnabled: false,
      anonymousPullEnabled: false,
    },
    true,
  ),
  azure(
    "containerservice",
    "ManagedCluster",
    "cluster",
    {
      resourceName: "todo",
      location,
      dnsPrefix: "todo",
      disableLocalAccounts: true,
      aadProfile: { managed: true, enableAzureRBAC: true },
      apiServerAccessProfile: { authorizedIPRanges: ["198.51.100.0/24"] },
      agentPoolProfiles: [{ name: "system", mode: "System", count: 3, enableNodePublicIP: false }],
    },
    true,
  ),
  azure("containerservice", "AgentPool", "pool", {
    resourceName: "todo",
    agentPoolName: "apps",
    enableNodePublicIP: false,
  }),
  draft("azure-native:authorization:RoleAssignment", "reader", {
    principalId: "47a97c0a-68a2-43d9-a79f-2e7592ad6fd0",
    principalType: "ServicePrincipal",
    roleDefinitionId: role,
    scope: "/subscriptions/s/resourceGroups/todo",
  }),
  ...["vault-audit", "cluster-audit", "database-audit"].map(diagnostics),
  azure("network", "NetworkSecurityGroup", "nodes", {
    networkSecurityGroupName: "nodes",
    location,
    securityRules: [
      {
        name: "web",
        access: "Allow",
        direction: "Inbound",
        priority: 100,
        protocol: "Tcp",
        sourceAddressPrefix: "*",
        destinationPortRange: "443",
      },
    ],
  }),
  azure("network", "PublicIPAddress", "egress", { publicIpAddressName: "egress", location }),
  azure("network", "NatGateway", "nat", { natGatewayName: "nat", location, sku: { name: "Standard" } }),
  azure(
    "storage",
    "StorageAccount",
    "backups",
    {
      accountName: "todobackups",
      location,
      kind: "StorageV2",
      sku: { name: "Standard_ZRS" },
      allowBlobPublicAccess: false,
      enableHttpsTrafficOnly: true,
      minimumTlsVersion: "TLS1_2",
    },
    true,
  ),
  azure(
    "dbforpostgresql",
    "Server",
    "postgres",
    {
      serverName: "todo-postgres",
      location,
      backup: { backupRetentionDays: 14, geoRedundantBackup: "Enabled" },
      network: { publicNetworkAccess: "Disabled" },
    },
    true,
  ),
  azure("dbforpostgresql", "Configuration", "transport", {
    serverName: "todo-postgres",
    configurationName: "require_secure_transport",
    source: "user-override",
    value: "on",
  }),
];

const goodDigitalOcean = (): Draft[] => [
  digitalocean(
    "databaseCluster:DatabaseCluster",
    "orders",
    { engine: "pg", version: "17", region: "fra1", size: "db-s-2vcpu-4gb", nodeCount: 2, privateNetworkUuid: "vpc" },
    true,
  ),
  digitalocean("databaseFirewall:DatabaseFirewall", "orders-firewall", {
    clusterId: "orders",
    rules: [{ type: "k8s", value: "cluster" }],
  }),
  digitalocean(
    "kubernetesCluster:KubernetesCluster",
    "doks",
    {
      name: "todo",
      region: "fra1",
      version: "1.34.1-do.0",
      ha: true,
      autoUpgrade: true,
      surgeUpgrade: true,
      controlPlaneFirewall: { enabled: true, allowedAddresses: ["198.51.100.0/24"] },
      nodePool: { name: "base", size: "s-4vcpu-8gb", nodeCount: 2 },
    },
    true,
  ),
];

/** What the clouds have of a platform. */
export const goodCloud = (): Draft[] => [...goodAzure(), ...goodDigitalOcean()];
