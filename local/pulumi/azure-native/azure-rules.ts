import { textOf, type Properties } from "../rpc/property-values.ts";
import { uuidOf } from "../recorder/plausible-value.ts";
import type { ProviderRules } from "../recorder/recorder.ts";
import { recordedKubeconfig } from "../recorder/recorded-kubeconfig.ts";

const subscription = "/subscriptions/00000000-0000-4000-a000-000000000001";

/** The input with a resource's own name, such as `vaultName`; the group's and a parent's are not it. */
const ownName = (type: string, name: string, inputs: Properties): string => {
  const [, , className = ""] = type.split(":");
  const own = [
    "resourceName",
    "configName",
    "ruleName",
    "associationName",
    `${className[0]?.toLowerCase() ?? ""}${className.slice(1)}Name`,
  ];
  return textOf(own.map((key) => inputs[key]).find((value) => typeof value === "string") ?? name);
};

const id: ProviderRules["id"] = (type, name, inputs) => {
  const [, module = "", className = ""] = type.split(":");
  const own = ownName(type, name, inputs);
  if (type === "azure-native:resources:ResourceGroup") return `${subscription}/resourceGroups/${own}`;
  const group = textOf(inputs["resourceGroupName"] ?? "none");
  return `${subscription}/resourceGroups/${group}/providers/Microsoft.${module}/${className}/${own}`;
};

const named = (_inputs: Properties, resourceId: string): Properties => ({ name: resourceId.split("/").at(-1) });

/**
 * What Azure makes anew when it changes, of what the stacks use. Sources: the properties' texts in the SDK, and
 * learn.microsoft.com/azure/templates for each type.
 */
const replaces: ProviderRules["replaces"] = {
  "*": ["resourceGroupName", "location"],
  "azure-native:containerservice:ManagedCluster": [
    "resourceName",
    "dnsPrefix",
    "nodeResourceGroup",
    "networkProfile.networkPlugin",
    "networkProfile.podCidr",
    "networkProfile.serviceCidr",
    "networkProfile.dnsServiceIP",
    "networkProfile.outboundType",
    "apiServerAccessProfile.enablePrivateCluster",
    "servicePrincipalProfile",
    // Azure refuses to change these of an inline pool; only another cluster has others.
    ...["vmSize", "osDiskType", "maxPods", "vnetSubnetID"].map((property) => `agentPoolProfiles[0].${property}`),
  ],
  "azure-native:containerservice:AgentPool": [
    "resourceName",
    "agentPoolName",
    "vmSize",
    "osDiskType",
    "osDiskSizeGB",
    "availabilityZones",
    "vnetSubnetID",
    "maxPods",
  ],
  "azure-native:containerregistry:Registry": ["registryName"],
  "azure-native:dbforpostgresql:Server": [
    "serverName",
    "administratorLogin",
    "network.delegatedSubnetResourceId",
    "backup.geoRedundantBackup",
    "createMode",
  ],
  "azure-native:eventhub:EventHub": ["eventHubName", "namespaceName"],
  "azure-native:eventhub:Namespace": ["namespaceName", "zoneRedundant", "sku"],
  "azure-native:keyvault:Vault": ["vaultName"],
  "azure-native:network:VirtualNetwork": ["virtualNetworkName"],
  "azure-native:network:Subnet": ["subnetName", "virtualNetworkName"],
  "azure-native:redisenterprise:RedisEnterprise": ["clusterName", "zones"],
  "azure-native:redisenterprise:Database": ["clusterName", "databaseName", "clusteringPolicy", "modules"],
  "azure-native:authorization:RoleAssignment": ["principalId", "roleDefinitionId", "scope"],
};

const answers: ProviderRules["answers"] = {
  "azure-native:containerservice:ManagedCluster": (_inputs, resourceId) => ({
    oidcIssuerProfile: { issuerURL: `https://oidc.recorded.example.com/${uuidOf(resourceId)}/` },
    identityProfile: {
      kubeletidentity: { objectId: uuidOf(`${resourceId}/kubelet`), clientId: uuidOf(`${resourceId}/kubelet-client`) },
    },
    fqdn: "cluster.recorded.example.com",
  }),
};

/** Azure as the recorder plays it. */
export const azureRules: ProviderRules = {
  id,
  replaces,
  answers,
  answersAll: named,
  invoke(token, args) {
    if (token === "azure-native:authorization:getClientConfig")
      return {
        clientId: uuidOf("client"),
        objectId: uuidOf("deployer"),
        subscriptionId: subscription.split("/").at(-1),
        tenantId: uuidOf("tenant"),
      };
    if (token === "azure-native:redisenterprise:listDatabaseKeys")
      return { primaryKey: uuidOf(`${textOf(args["clusterName"])}/key`) };
    if (token === "azure-native:eventhub:listNamespaceKeys") {
      const rule = `${textOf(args["namespaceName"])}/${textOf(args["authorizationRuleName"])}`;
      return { primaryConnectionString: `Endpoint=sb://recorded/;SharedAccessKey=${uuidOf(rule)}` };
    }
    if (token === "azure-native:containerservice:listManagedClusterUserCredentials")
      return { kubeconfigs: [{ name: "clusterUser", value: Buffer.from(recordedKubeconfig()).toString("base64") }] };
    throw new Error(`${token} is not recorded; use the published plugin`);
  },
};
