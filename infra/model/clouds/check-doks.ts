import { error } from "../checks/error.ts";
import type { Problem } from "../problems.ts";
import { checkNameParts } from "./check-name-parts.ts";
import { checkApiServer, checkBlocks } from "./check-network.ts";
import { checkNodes } from "./check-nodes.ts";
import type { DoksSpec, ManagedServerSpec } from "./doks.ts";
import { recordName } from "./doks-load-balancer.ts";
import type { NodeCapacity } from "./node-pool.ts";

const serverProblems = (path: string, { nodes }: ManagedServerSpec): Problem[] =>
  nodes >= 2 && nodes <= 3
    ? []
    : [
        error(
          "TP1111",
          `${path}.nodes`,
          nodes,
          nodes < 2 ? "has no standby: the end of its machine is an outage" : "is more than DigitalOcean runs",
          "Use 2 or 3.",
        ),
      ];

const domainProblems = ({ domain }: DoksSpec, host: string | undefined): Problem[] =>
  host === undefined || recordName(host, domain) !== undefined
    ? []
    : [
        error(
          "TP1112",
          "doks.domain",
          domain,
          `is not the domain of the page's host ${host}, so nobody finds it`,
          "Name the domain that the host ends with, or another host.",
        ),
      ];

/**
 * A DOKS cluster and what stands beside it, against what the platform reserves.
 *
 * @param host Of the gateway; undefined without one.
 */
export const checkDoks = (doks: DoksSpec, wanted: NodeCapacity, host: string | undefined): Problem[] => [
  ...checkNameParts([
    ["doks.name", doks.name],
    ["doks.suffix", doks.suffix],
  ]),
  ...domainProblems(doks, host),
  ...checkBlocks(
    ["doks.network.vpc", doks.network.vpc],
    [],
    [
      ["doks.network.pods", doks.network.pods],
      ["doks.network.services", doks.network.services],
    ],
  ),
  ...checkApiServer("doks.apiServerRanges", doks.apiServerRanges),
  ...serverProblems("doks.postgres", doks.postgres),
  ...serverProblems("doks.valkey", doks.valkey),
  ...checkNodes(
    [
      ["doks.basePool", doks.basePool],
      ...doks.userPools.map((pool, index) => [`doks.userPools[${index}]`, pool] as const),
    ],
    wanted,
  ),
];
