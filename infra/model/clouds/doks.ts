import type { NodePoolSpec } from "./node-pool.ts";

/** A managed database server of DigitalOcean. */
export interface ManagedServerSpec {
  readonly version: string;
  /** Such as `db-s-2vcpu-4gb`. */
  readonly size: string;
  /** One primary, the others stand by: at least 2 in production. */
  readonly nodes: number;
}

/** A managed PostgreSQL server. */
export interface ManagedPostgresSpec extends ManagedServerSpec {
  /**
   * What its size takes: 25 for each GiB of memory, of which 3 are DigitalOcean's.
   * Source: docs.digitalocean.com/products/databases/postgresql/details/limits.
   */
  readonly maxConnections: number;
}

/** A DOKS cluster and what DigitalOcean runs for the platform beside it. */
export interface DoksSpec {
  /** Prefix of every name. */
  readonly name: string;
  /** Ends the registry's name, which must be unique in all of DigitalOcean: lower-case letters and digits. */
  readonly suffix: string;
  readonly region: string;
  /** Such as `1.34.1-do.0`; DigitalOcean raises the patch in the maintenance window. */
  readonly kubernetesVersion: string;
  /** Addresses of the VPC; pods and services have others. */
  readonly network: { readonly vpc: string; readonly pods: string; readonly services: string };
  /** Addresses from which the Kubernetes API is reached; nobody else is answered. */
  readonly apiServerRanges: readonly string[];
  /** The pool that the cluster is made with. Its size cannot be changed later. */
  readonly basePool: NodePoolSpec;
  readonly userPools: readonly NodePoolSpec[];
  readonly postgres: ManagedPostgresSpec;
  /** The state store. */
  readonly valkey: ManagedServerSpec;
  /** Domain whose name servers are DigitalOcean's; the page's host is in it. */
  readonly domain: string;
}

/**
 * The production cluster of the Todo platform on DigitalOcean.
 *
 * @param stateStore Where sidecars keep state; in PostgreSQL, each of them opens connections there.
 */
export const todoDoks = ({
  region,
  suffix,
  apiServerRanges,
  domain,
  stateStore = "redis",
}: Pick<DoksSpec, "region" | "suffix" | "apiServerRanges" | "domain"> & {
  readonly stateStore?: "redis" | "postgresql";
}): DoksSpec => ({
  name: "todo",
  suffix,
  region,
  kubernetesVersion: "1.34.1-do.0",
  network: { vpc: "10.30.0.0/20", pods: "10.244.0.0/16", services: "10.245.0.0/16" },
  apiServerRanges,
  basePool: { name: "base", size: "s-4vcpu-8gb", min: 2, max: 4 },
  userPools: [{ name: "apps", size: "g-4vcpu-16gb", min: 2, max: 8 }],
  postgres:
    stateStore === "redis"
      ? { version: "17", size: "db-s-2vcpu-4gb", nodes: 2, maxConnections: 100 }
      : { version: "17", size: "db-s-4vcpu-8gb", nodes: 2, maxConnections: 200 },
  valkey: { version: "8", size: "db-s-1vcpu-2gb", nodes: 2 },
  domain,
});
