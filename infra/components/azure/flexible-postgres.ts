import { AdministratorsMicrosoftEntra } from "@pulumi/azure-native/dbforpostgresql/administratorsMicrosoftEntra.js";
import { Configuration } from "@pulumi/azure-native/dbforpostgresql/configuration.js";
import { Server } from "@pulumi/azure-native/dbforpostgresql/server.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword.js";
import type { AksSpec } from "../../model/clouds/aks.ts";
import { PrivateZoneInNetwork } from "./private-link.ts";

/** Arguments of {@link FlexiblePostgres}. */
export interface FlexiblePostgresArgs {
  readonly aks: AksSpec;
  /** Globally unique. */
  readonly serverName: Input<string>;
  readonly resourceGroupName: Input<string>;
  readonly tenantId: Input<string>;
  readonly networkId: Input<string>;
  readonly subnetId: Input<string>;
  readonly maxConnections: number;
}

/** Role that makes the other roles; it is no superuser, which Azure keeps to itself. */
const adminLogin = "todo_admin";

/**
 * Azure Database for PostgreSQL inside the network, with a standby in another zone and backups in the paired region.
 * People sign in with Entra ID; the apps' roles have passwords, which the platform makes. Costs the server twice, its
 * storage and backups.
 *
 * @example new FlexiblePostgres("postgres", { aks, serverName, subnetId: network.postgresSubnetId, ... });
 */
export class FlexiblePostgres extends ComponentResource {
  /** Known once the server is set. */
  readonly host: Output<string>;
  readonly serverId: Output<string>;
  readonly adminLogin = adminLogin;
  /** A secret. */
  readonly adminPassword: Output<string>;

  constructor(name: string, args: FlexiblePostgresArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:FlexiblePostgres", name, {}, options);
    const { aks, serverName, resourceGroupName, tenantId, networkId, subnetId } = args;
    const { postgres } = aks;
    const child = { parent: this };
    const { zoneId } = new PrivateZoneInNetwork(
      `${name}-names`,
      { resourceGroupName, networkId, zone: `${aks.name}.private.postgres.database.azure.com` },
      child,
    );
    const password = new RandomPassword(`${name}-admin-password`, { length: 48, special: false }, child).result;
    const server = new Server(
      `${name}-server`,
      {
        serverName,
        resourceGroupName,
        location: aks.region,
        version: postgres.version,
        sku: { name: postgres.size, tier: "GeneralPurpose" },
        storage: { storageSizeGB: postgres.storageGb, autoGrow: "Enabled" },
        administratorLogin: adminLogin,
        administratorLoginPassword: password,
        authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Enabled", tenantId },
        network: {
          delegatedSubnetResourceId: subnetId,
          privateDnsZoneArmResourceId: zoneId,
          publicNetworkAccess: "Disabled",
        },
        highAvailability: { mode: postgres.zoneRedundant ? "ZoneRedundant" : "Disabled" },
        backup: {
          backupRetentionDays: postgres.backupDays,
          geoRedundantBackup: postgres.geoRedundantBackup ? "Enabled" : "Disabled",
        },
        maintenanceWindow: { customWindow: "Enabled", dayOfWeek: 0, startHour: 2, startMinute: 0 },
      },
      // After a failover the primary is in the standby's zone, which is no reason to make another server.
      { ...child, protect: true, ignoreChanges: ["availabilityZone", "highAvailability.standbyAvailabilityZone"] },
    );
    const limit = this.#settings(name, args, server);
    this.host = limit.id.apply(() => server.fullyQualifiedDomainName);
    this.serverId = server.id;
    this.adminPassword = password;
    this.registerOutputs({ host: this.host });
  }

  #settings(name: string, args: FlexiblePostgresArgs, server: Server): Configuration {
    const { aks, resourceGroupName, tenantId } = args;
    const child = { parent: this };
    for (const group of aks.adminGroups)
      new AdministratorsMicrosoftEntra(
        `${name}-admin-${group.slice(0, 8)}`,
        {
          serverName: server.name,
          resourceGroupName,
          objectId: group,
          principalName: group,
          principalType: "group",
          tenantId,
        },
        child,
      );
    return new Configuration(
      `${name}-max-connections`,
      {
        configurationName: "max_connections",
        serverName: server.name,
        resourceGroupName,
        value: String(args.maxConnections),
        source: "user-override",
      },
      child,
    );
  }
}
