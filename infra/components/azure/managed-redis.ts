import { Database } from "@pulumi/azure-native/redisenterprise/database.js";
import { listDatabaseKeysOutput } from "@pulumi/azure-native/redisenterprise/listDatabaseKeys.js";
import { RedisEnterprise } from "@pulumi/azure-native/redisenterprise/redisEnterprise.js";
import {
  ComponentResource,
  interpolate,
  secret,
  type ComponentResourceOptions,
  type Input,
  type Output,
} from "@pulumi/pulumi";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { PrivateLink } from "./private-link.ts";

/** Arguments of {@link ManagedRedis}. */
export interface ManagedRedisArgs {
  readonly aks: AksSpec;
  readonly resourceGroupName: Input<string>;
  readonly networkId: Input<string>;
  readonly endpointsSubnetId: Input<string>;
}

const port = 10_000;

/**
 * Azure Managed Redis with a replica: TLS, a key, every write on disk within a second, nothing evicted. It is no cluster,
 * as a transaction of Dapr's state store writes keys that a cluster would keep apart. Costs its size twice; a private
 * endpoint is the only way to it.
 *
 * @example new ManagedRedis("redis", { aks, resourceGroupName, networkId, endpointsSubnetId });
 */
export class ManagedRedis extends ComponentResource {
  /** `host:port`. */
  readonly address: Output<string>;
  /** A secret. */
  readonly password: Output<string>;

  constructor(name: string, args: ManagedRedisArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:ManagedRedis", name, {}, options);
    const { aks, resourceGroupName, networkId, endpointsSubnetId } = args;
    const server = new RedisEnterprise(
      `${name}-server`,
      {
        clusterName: `${aks.name}-redis-${aks.suffix}`,
        resourceGroupName,
        location: aks.region,
        sku: { name: aks.redisSize },
        highAvailability: "Enabled",
        minimumTlsVersion: "1.2",
        publicNetworkAccess: "Disabled",
      },
      { parent: this, protect: true },
    );
    const database = new Database(
      `${name}-database`,
      {
        databaseName: "default",
        clusterName: server.name,
        resourceGroupName,
        clientProtocol: "Encrypted",
        port,
        clusteringPolicy: "NoCluster",
        // A state store that forgets what it was given is none.
        evictionPolicy: "NoEviction",
        persistence: { aofEnabled: true, aofFrequency: "1s" },
        accessKeysAuthentication: "Enabled",
      },
      { parent: this, protect: true },
    );
    new PrivateLink(
      `${name}-link`,
      {
        resourceGroupName,
        location: aks.region,
        networkId,
        subnetId: endpointsSubnetId,
        serviceId: server.id,
        part: "redisEnterprise",
        zone: "privatelink.redis.azure.net",
      },
      { parent: this },
    );
    const { primaryKey } = listDatabaseKeysOutput({
      resourceGroupName,
      clusterName: server.name,
      databaseName: database.name,
    });
    this.address = interpolate`${server.hostName}:${port}`;
    this.password = secret(primaryKey);
    this.registerOutputs({ address: this.address });
  }
}
