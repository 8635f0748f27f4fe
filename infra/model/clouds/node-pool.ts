import { checksum } from "../checksum.ts";

/** A group of equal nodes that grows and shrinks with what the pods reserve. */
export interface NodePoolSpec {
  readonly name: string;
  /** Kind of machine, in the cloud's own words; {@link nodeSizes} knows what pods can use of it. */
  readonly size: string;
  readonly min: number;
  readonly max: number;
}

/**
 * Name of a pool in the cloud, which changes with its kind of machine. No cloud changes the machines of a pool: with a name
 * of its own the new pool stands before the old one's pods are moved, and with the same name the old one would go first.
 */
export const poolName = ({ name, size }: NodePoolSpec): string => `${name}${checksum(size, 4)}`;

/** What pods can reserve on a node: what the machine has, less what the cloud keeps for itself. */
export interface NodeCapacity {
  /** Millicores. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
}

/**
 * Capacity of the machines that may be chosen. AKS keeps 140 millicores of four cores and 180 of eight, and for 110 pods
 * 2,250 MiB and 100 MiB for evictions; DOKS documents what is left.
 * Sources: learn.microsoft.com/azure/aks/node-resource-reservations, docs.digitalocean.com/products/kubernetes/details/limits.
 */
export const nodeSizes: Readonly<Record<string, NodeCapacity>> = {
  Standard_D2ds_v5: { cpu: 1_900, memory: 5_842 },
  Standard_D4ds_v5: { cpu: 3_860, memory: 14_034 },
  Standard_D8ds_v5: { cpu: 7_820, memory: 30_418 },
  "s-4vcpu-8gb": { cpu: 3_900, memory: 6_144 },
  "s-8vcpu-16gb": { cpu: 7_900, memory: 13_312 },
  "g-4vcpu-16gb": { cpu: 3_900, memory: 13_312 },
};

/** What a pool has with some number of nodes. */
export const poolCapacity = ({ size }: NodePoolSpec, nodes: number): NodeCapacity => {
  const { cpu, memory } = nodeSizes[size] ?? { cpu: 0, memory: 0 };
  return { cpu: cpu * nodes, memory: memory * nodes };
};
