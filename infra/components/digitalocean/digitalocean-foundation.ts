import { ContainerRegistry } from "@pulumi/digitalocean/containerRegistry.js";
import { Project } from "@pulumi/digitalocean/project.js";
import { Vpc } from "@pulumi/digitalocean/vpc.js";
import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { DoksSpec } from "../../model/clouds/doks.ts";
import { DoksCluster } from "./doks-cluster.ts";
import { ManagedDatabase } from "./managed-database.ts";

/** Arguments of {@link DigitalOceanFoundation}. */
export interface DigitalOceanFoundationArgs {
  readonly doks: DoksSpec;
  /** The servers that DigitalOcean runs. */
  readonly servers: readonly ("postgres" | "valkey")[];
}

/**
 * Everything of DigitalOcean that the platform stands on: a VPC with cluster, registry, PostgreSQL and Valkey, gathered
 * in a project. Costs what its parts cost; exposes the registry and the cluster's API to the addresses of the model.
 *
 * @example new DigitalOceanFoundation("todo-do", { doks: todoDoks(...), servers: ["postgres", "valkey"] });
 */
export class DigitalOceanFoundation extends ComponentResource {
  readonly cluster: DoksCluster;
  readonly postgres: ManagedDatabase | undefined;
  readonly valkey: ManagedDatabase | undefined;
  /** Such as `registry.digitalocean.com/todo-x7k2`. */
  readonly registry: Output<string>;

  constructor(name: string, args: DigitalOceanFoundationArgs, options?: ComponentResourceOptions) {
    super("todo-platform:digitalocean:DigitalOceanFoundation", name, {}, options);
    const { doks } = args;
    const { region } = doks;
    const child = { parent: this };
    const vpc = new Vpc(
      `${name}-vpc`,
      { name: `${doks.name}-vpc`, region, ipRange: doks.network.vpc },
      { ...child, protect: true },
    );
    const registry = new ContainerRegistry(
      `${name}-registry`,
      { name: `${doks.name}-${doks.suffix}`, subscriptionTierSlug: "basic", region },
      { ...child, protect: true },
    );
    // The registry first: the cluster is given its pull secret when it is made.
    this.cluster = new DoksCluster(`${name}-doks`, { doks, vpcId: vpc.id }, { ...child, dependsOn: [registry] });
    const { clusterId } = this.cluster;
    const database = (role: "postgres" | "valkey"): ManagedDatabase | undefined =>
      args.servers.includes(role)
        ? new ManagedDatabase(
            `${name}-${role}`,
            {
              databaseName: `${doks.name}-${role}`,
              engine: role === "postgres" ? "pg" : "valkey",
              server: doks[role],
              region,
              vpcId: vpc.id,
              clusterId,
            },
            child,
          )
        : undefined;
    this.postgres = database("postgres");
    this.valkey = database("valkey");
    new Project(
      `${name}-project`,
      {
        name: doks.name,
        environment: "Production",
        purpose: "Service or API",
        resources: [
          this.cluster.clusterUrn,
          ...[this.postgres, this.valkey].flatMap((server) => (server === undefined ? [] : [server.databaseUrn])),
        ],
      },
      child,
    );
    this.registry = registry.endpoint;
    this.registerOutputs({ registry: this.registry });
  }
}
