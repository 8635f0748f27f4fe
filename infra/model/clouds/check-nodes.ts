import { error } from "../checks/error.ts";
import type { Problem } from "../problems.ts";
import { nodeSizes, poolCapacity, type NodeCapacity, type NodePoolSpec } from "./node-pool.ts";

/** Part of the nodes that may be reserved; the rest is for daemons, and for a node that is being replaced. */
export const usableShare = 0.8;

const poolProblems = (path: string, { size, min, max }: NodePoolSpec): Problem[] => [
  ...(nodeSizes[size] === undefined
    ? [
        error(
          "TP1105",
          `${path}.size`,
          size,
          "is a kind of machine whose capacity is not known here, so nobody can tell whether the platform fits",
          `Use one of ${Object.keys(nodeSizes).join(", ")}, or add it to infra/model/clouds/node-pool.ts.`,
        ),
      ]
    : []),
  ...(min > max || min < 1
    ? [
        error(
          "TP1106",
          `${path}.min`,
          min,
          min < 1 ? "is no pool that anything could start on" : `is more than the most, ${max}`,
          `Use 1 to ${Math.max(1, max)}.`,
        ),
      ]
    : []),
];

/** Pools by their path in the model: known machines, sensible numbers, and room for what is reserved at the fewest nodes. */
export const checkNodes = (
  pools: readonly (readonly [path: string, pool: NodePoolSpec])[],
  wanted: NodeCapacity,
): Problem[] => {
  const problems = pools.flatMap(([path, pool]) => poolProblems(path, pool));
  if (problems.length > 0) return problems;
  const sum = (of: "min" | "max"): NodeCapacity =>
    pools
      .map(([, pool]) => poolCapacity(pool, pool[of]))
      .reduce((all, { cpu, memory }) => ({ cpu: all.cpu + cpu, memory: all.memory + memory }), { cpu: 0, memory: 0 });
  const [least, most] = [sum("min"), sum("max")];
  const room = (has: NodeCapacity): boolean =>
    wanted.cpu <= has.cpu * usableShare && wanted.memory <= has.memory * usableShare;
  if (room(least)) return [];
  const needs = `${Math.ceil(wanted.cpu)}m CPU and ${Math.ceil(wanted.memory)} MiB`;
  const [path = "pools"] = pools.at(-1) ?? [];
  const remedy = "Use more or larger nodes, or smaller requests.";
  return [
    error(
      "TP1107",
      path,
      `${least.cpu}m, ${least.memory} MiB`,
      `has no room for ${needs} in ${usableShare * 100} % of its ${room(most) ? "fewest" : "most"} nodes`,
      room(most) ? `${remedy} The autoscaler would start them only after pods have waited.` : remedy,
    ),
  ];
};
