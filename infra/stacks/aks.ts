import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/listManagedClusterUserCredentials.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import { interpolate, mergeOptions, secret, type Inputs, type Output } from "@pulumi/pulumi";
import { aksOf } from "../cloud-config.ts";
import { AzureFoundation } from "../components/azure/azure-foundation.ts";
import { EventHubs } from "../components/azure/event-hubs.ts";
import { KeyVault } from "../components/azure/key-vault.ts";
import { ManagedRedis } from "../components/azure/managed-redis.ts";
import type { CloudLinks } from "../components/cloud-links.ts";
import { TaskPlatform } from "../components/task-platform.ts";
import type { StackConfig } from "../config.ts";
import { eventHubsName, keyVaultName, type AksSpec } from "../model/clouds/aks.ts";
import { azureDatabaseRoots, publicRoots } from "../model/clouds/public-authorities.ts";
import { postgresPort } from "../model/database.ts";
import { eventHubsUser, toEventHubs } from "../model/event-hubs.ts";
import { kafkaUserSecret } from "../model/kafka-connection.ts";
import type { Platform } from "../model/platform.ts";
import { versions } from "../versions.ts";
import { operatorsPageOutput } from "./operators-page-output.ts";
import { clusterDefaults, platformArgs } from "./platform-args.ts";

type Config = Extract<StackConfig, { target: "aks" }>;
type Client = ReturnType<typeof getClientConfigOutput>;

/**
 * How the cluster is reached. There are no local accounts, so Azure answers with a call of `kubelogin` in place of a
 * token: nothing in the state opens the cluster, and nothing in it ends.
 */
const kubeconfigOf = ({ cluster, resourceGroupName }: AzureFoundation): Output<string> => {
  const { kubeconfigs } = listManagedClusterUserCredentialsOutput({
    resourceGroupName,
    resourceName: cluster.clusterName,
    format: "exec",
  });
  return secret(kubeconfigs.apply(([first]) => Buffer.from(first?.value ?? "", "base64").toString()));
};

/** Apps that read a secret, each once: they are who needs an identity. */
const secretReaders = ({ topology }: Platform): string[] => [
  ...new Set(Object.values(topology.secrets).flatMap(({ apps }) => apps)),
];

/** Principals that may read each secret of the vault. */
const readersOf = ({ topology }: Platform, { identities: { principalIds } }: AzureFoundation) =>
  Object.fromEntries(
    Object.entries(topology.secrets).map(([name, { apps }]) => [
      name,
      Object.fromEntries(Object.entries(principalIds).filter(([app]) => apps.includes(app))),
    ]),
  );

/** Secrets by which sidecars reach what Azure runs beside the cluster. */
const secretsOf = (platform: Platform, azure: AzureFoundation, aks: AksSpec): NonNullable<CloudLinks["secrets"]> => {
  const { network, resourceGroupName } = azure;
  const { networkId, endpointsSubnetId } = network;
  const place = { aks, resourceGroupName, networkId, endpointsSubnetId };
  const { redis, kafka, topology } = platform;
  const state = redis && { server: new ManagedRedis("todo-redis-of-azure", place), secret: redis.secret };
  const hubs =
    kafka?.kind === "external" && kafka.tier !== undefined && kafka.tier !== "basic"
      ? toEventHubs({ namespace: eventHubsName(aks), tier: kafka.tier }, topology, kafka.partitions)
      : undefined;
  const connections = hubs === undefined ? {} : new EventHubs("todo-events", { ...place, hubs }).connections;
  return {
    ...(state === undefined ? {} : { [state.secret]: { host: state.server.address, password: state.server.password } }),
    ...Object.fromEntries(
      Object.entries(connections).map(([app, password]) => [
        kafkaUserSecret(app),
        { username: eventHubsUser, password },
      ]),
    ),
  };
};

const linksOf = (config: Config, platform: Platform, azure: AzureFoundation, client: Client): CloudLinks => {
  const { postgres, identities, network, resourceGroupName } = azure;
  const aks = aksOf(config);
  return {
    secrets: secretsOf(platform, azure, aks),
    ...(postgres === undefined
      ? {}
      : {
          postgres: {
            host: postgres.host,
            port: postgresPort,
            adminUser: postgres.adminLogin,
            adminPassword: postgres.adminPassword,
            adminDatabase: "postgres",
            ca: publicRoots(azureDatabaseRoots),
          },
        }),
    ...(config.secretStore === "kubernetes"
      ? {}
      : {
          identities: identities.clientIds,
          keepSecrets: (secrets) =>
            new KeyVault("todo-vault", {
              vaultName: keyVaultName(aks),
              resourceGroupName,
              location: aks.region,
              subscriptionId: client.subscriptionId,
              tenantId: client.tenantId,
              networkId: network.networkId,
              endpointsSubnetId: network.endpointsSubnetId,
              logsWorkspaceId: azure.monitoring.logsWorkspaceId,
              secrets,
              readers: readersOf(platform, azure),
            }),
        }),
  };
};

/** Target `aks`: an AKS cluster with what Azure runs for it, and the whole platform on it. */
export const aksStack = (config: Config, platform: Platform): Inputs => {
  const aks = aksOf(config);
  const client = getClientConfigOutput();
  const azure = new AzureFoundation("todo-azure", {
    aks,
    subscriptionId: client.subscriptionId,
    tenantId: client.tenantId,
    maxConnections: config.database === "managed" ? aks.postgres.maxConnections : undefined,
    namespace: platform.namespace,
    apps: config.secretStore === "kubernetes" ? [] : secretReaders(platform),
  });
  const provider = new Provider("cluster", { ...clusterDefaults, kubeconfig: kubeconfigOf(azure) });
  const { cluster } = azure;
  const todo = new TaskPlatform(
    "todo",
    {
      ...platformArgs(config, platform),
      registry: azure.registry.loginServer,
      demoUser: undefined,
      cloud: linksOf(config, platform, azure, client),
    },
    {
      providers: [provider],
      // Whatever is in the cluster goes with it: without it nobody could delete the rest of a lost one.
      transformations: [({ props, opts }) => ({ props, opts: mergeOptions(opts, { deletedWith: cluster.cluster }) })],
    },
  );
  return {
    target: config.target,
    namespace: platform.namespace,
    images: todo.images,
    versions: { dapr: versions.tools.dapr },
    ...operatorsPageOutput(platform, todo),
    cloud: {
      registry: azure.registry.loginServer,
      cluster: cluster.clusterName,
      login: interpolate`az aks get-credentials --resource-group ${azure.resourceGroupName} --name ${cluster.clusterName}`,
      egressAddress: azure.network.egressAddress,
      grafana: azure.monitoring.grafanaEndpoint,
    },
  };
};
