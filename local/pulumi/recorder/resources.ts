import type { RecordedProvider } from "./declarations.ts";

/**
 * Values that Azure takes and that are missing in its SDK's open enums. Source: the templates of
 * learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable.
 */
export const moreValues: Readonly<Record<string, readonly string[]>> = {
  "monitor.KnownDataFlowStreams": ["Microsoft-PrometheusMetrics", "Microsoft-ContainerInsights-Group-Default"],
  "monitor.KnownExtensionDataSourceStreams": ["Microsoft-ContainerInsights-Group-Default"],
};

/** The resources that can be recorded, by the path of their class in the SDK. */
export const recordedResources: Readonly<Record<RecordedProvider, readonly string[]>> = {
  "azure-native": [
    "authorization/roleAssignment",
    "containerregistry/registry",
    "containerservice/agentPool",
    "containerservice/maintenanceConfiguration",
    "containerservice/managedCluster",
    "dashboard/grafana",
    "dbforpostgresql/administratorsMicrosoftEntra",
    "dbforpostgresql/configuration",
    "dbforpostgresql/server",
    "eventhub/eventHub",
    "eventhub/namespace",
    "eventhub/namespaceAuthorizationRule",
    "keyvault/secret",
    "keyvault/vault",
    "managedidentity/federatedIdentityCredential",
    "managedidentity/userAssignedIdentity",
    "monitor/actionGroup",
    "monitor/azureMonitorWorkspace",
    "monitor/dataCollectionEndpoint",
    "monitor/dataCollectionRule",
    "monitor/dataCollectionRuleAssociation",
    "monitor/diagnosticSetting",
    "monitor/metricAlert",
    "network/natGateway",
    "network/networkSecurityGroup",
    "network/privateDnsZoneGroup",
    "network/privateEndpoint",
    "network/publicIPAddress",
    "network/subnet",
    "network/virtualNetwork",
    "operationalinsights/workspace",
    "privatedns/privateZone",
    "privatedns/virtualNetworkLink",
    "redisenterprise/database",
    "redisenterprise/redisEnterprise",
    "resources/resourceGroup",
    "storage/storageAccount",
  ],
  digitalocean: [
    "containerRegistry",
    "databaseCluster",
    "databaseFirewall",
    "dnsRecord",
    "kubernetesCluster",
    "kubernetesNodePool",
    "project",
    "vpc",
  ],
};
