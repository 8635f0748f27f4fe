import { DatabaseCluster } from "@pulumi/digitalocean/databaseCluster.js";
import { DatabaseFirewall } from "@pulumi/digitalocean/databaseFirewall.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import type { ManagedServerSpec } from "../../model/clouds/doks.ts";

/** Arguments of {@link ManagedDatabase}. */
export interface ManagedDatabaseArgs {
  readonly databaseName: string;
  readonly engine: "pg" | "valkey";
  readonly server: ManagedServerSpec;
  readonly region: string;
  readonly vpcId: Input<string>;
  /** The cluster whose nodes may connect; nobody else may. */
  readonly clusterId: Input<string>;
}

/**
 * A managed PostgreSQL or Valkey: TLS, a standby for each further node, daily backups for seven days and, for
 * PostgreSQL, every second of them. Costs its nodes; answers the cluster's nodes only.
 *
 * @example new ManagedDatabase("postgres", { engine: "pg", server: doks.postgres, clusterId: cluster.clusterId, ... });
 */
export class ManagedDatabase extends ComponentResource {
  /** Name inside the VPC; known once the firewall stands. */
  readonly host: Output<string>;
  readonly port: Output<number>;
  readonly user: Output<string>;
  /** A secret. */
  readonly password: Output<string>;
  readonly databaseId: Output<string>;
  readonly databaseUrn: Output<string>;

  constructor(name: string, args: ManagedDatabaseArgs, options?: ComponentResourceOptions) {
    super("todo-platform:digitalocean:ManagedDatabase", name, {}, options);
    const { databaseName, engine, server, region, vpcId, clusterId } = args;
    const database = new DatabaseCluster(
      `${name}-database`,
      {
        name: databaseName,
        engine,
        version: server.version,
        size: server.size,
        nodeCount: server.nodes,
        region,
        privateNetworkUuid: vpcId,
        maintenanceWindows: [{ day: "sunday", hour: "03:00" }],
        // A state store that forgets what it was given is none.
        ...(engine === "valkey" ? { evictionPolicy: "noeviction" } : {}),
      },
      { parent: this, protect: true, ignoreChanges: ["version"] },
    );
    const firewall = new DatabaseFirewall(
      `${name}-firewall`,
      { clusterId: database.id, rules: [{ type: "k8s", value: clusterId }] },
      { parent: this, deletedWith: database },
    );
    this.host = firewall.id.apply(() => database.privateHost);
    this.port = database.port;
    this.user = database.user;
    this.password = database.password;
    this.databaseId = database.id;
    this.databaseUrn = database.clusterUrn;
    this.registerOutputs({ host: this.host });
  }
}
