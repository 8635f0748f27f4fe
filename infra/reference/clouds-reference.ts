import { todoAks } from "../model/clouds/aks.ts";
import { aksParts } from "../model/clouds/aks-parts.ts";
import { usableShare } from "../model/clouds/check-nodes.ts";
import type { CloudPart } from "../model/clouds/cloud-part.ts";
import { todoDoks } from "../model/clouds/doks.ts";
import { doksParts } from "../model/clouds/doks-parts.ts";
import { poolCapacity, type NodeCapacity, type NodePoolSpec } from "../model/clouds/node-pool.ts";
import { reservationsOf, totalOf } from "../model/clouds/reservations.ts";
import { defaultChoice, type PlatformChoice } from "../model/platform-choice.ts";
import { targets } from "../model/targets.ts";
import { todoPlatform } from "../model/todo.ts";
import { code, pageHead, table } from "./markdown.ts";

const cells = ({ cpu, memory }: NodeCapacity): string[] => [
  `${Math.ceil(cpu)}m`,
  `${Math.ceil(memory).toLocaleString("en")} MiB`,
];

const partsTable = (parts: readonly CloudPart[]): string =>
  table(
    ["what", "who reaches it", "identities", "kept, and how it comes back"],
    parts.map(({ part, exposure, identity, backup }) => [part, exposure, identity, backup]),
  );

const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

const nodesTable = (pools: readonly NodePoolSpec[], choice: PlatformChoice): string => {
  const reservations = reservationsOf(todoPlatform(targets.aks, choice));
  const total = totalOf(reservations);
  const has = pools
    .map((pool) => poolCapacity(pool, pool.min))
    .reduce((sum, { cpu, memory }) => ({ cpu: sum.cpu + cpu, memory: sum.memory + memory }), { cpu: 0, memory: 0 });
  const rows = [
    ...reservations.map((reservation) => [reservation.part, String(reservation.pods), ...cells(reservation)]),
    ["**reserved**", String(reservations.reduce((sum, { pods }) => sum + pods, 0)), ...cells(total)],
    ...pools.map((pool) => [
      `pool ${code(pool.name)}: ${pool.min} to ${pool.max} of ${code(pool.size)}`,
      "",
      ...cells(poolCapacity(pool, pool.min)),
    ]),
    ["**pods can reserve at the fewest nodes**", "", ...cells(has)],
    ["**in use**", "", share(total.cpu, has.cpu), share(total.memory, has.memory)],
  ];
  return table(["part, apps with their sidecars", "pods", "CPU", "memory"], rows);
};

const aks = todoAks({
  region: "westeurope",
  suffix: "x7k2",
  adminGroups: [],
  apiServer: { kind: "restricted", ranges: [] },
});
const doks = todoDoks({ region: "fra1", suffix: "x7k2", apiServerRanges: [], domain: "example.com" });

/** The page of what each cloud makes, who reaches it, and whether the platform fits on its nodes. */
export const cloudsReference = (): string =>
  [
    pageHead("Clouds"),
    "What the stacks `prod` and `prod-doks` make beside what is in the cluster. The first `pulumi up` is described in " +
      "[the runbook](../runbooks/clouds.md), the reasons in [a decision](../decisions/0020-clouds.md).",
    "## Azure",
    partsTable(aksParts(aks)),
    "## Nodes on Azure",
    nodesTable([aks.systemPool, ...aks.userPools], { ...defaultChoice, cloud: { postgres: aks.postgres } }),
    "## DigitalOcean",
    partsTable(doksParts(doks)),
    "## Nodes at DigitalOcean",
    nodesTable([doks.basePool, ...doks.userPools], {
      ...defaultChoice,
      stateStore: "redis",
      cloud: { postgres: doks.postgres },
    }),
    `A stack whose reservations take more than ${usableShare * 100} % of the fewest nodes is refused (TP1107): the rest is for the pods of ` +
      "charts that reserve little (operators) or nothing (Dapr's control plane), for daemons, and for a node that is being " +
      "replaced. More nodes are started when pods wait for them.",
    "",
  ].join("\n\n");
