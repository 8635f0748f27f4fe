import { error } from "../checks/error.ts";
import type { Problem } from "../problems.ts";
import type { AksSpec } from "./aks.ts";
import { checkNameParts } from "./check-name-parts.ts";
import { checkApiServer, checkBlocks } from "./check-network.ts";
import { checkNodes } from "./check-nodes.ts";
import type { NodeCapacity } from "./node-pool.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const adminProblems = ({ adminGroups }: AksSpec): Problem[] =>
  adminGroups.length === 0
    ? [
        error(
          "TP1109",
          "aks.adminGroups",
          adminGroups,
          "locks everybody out: there are no local accounts",
          "Name the object id of an Entra ID group.",
        ),
      ]
    : adminGroups.flatMap((group, index) =>
        uuid.test(group)
          ? []
          : [
              error(
                "TP1109",
                `aks.adminGroups[${index}]`,
                group,
                "is no object id",
                "Use the group's object id, a UUID.",
              ),
            ],
      );

const serverProblems = ({ postgres }: AksSpec): Problem[] =>
  postgres.backupDays >= 7 && postgres.backupDays <= 35
    ? []
    : [error("TP1110", "aks.postgres.backupDays", postgres.backupDays, "is not what Azure keeps", "Use 7 to 35 days.")];

/** An AKS cluster and what stands beside it, against what the platform reserves. */
export const checkAks = (aks: AksSpec, wanted: NodeCapacity): Problem[] => {
  const { network, nodes, endpoints, postgres, pods, services } = aks.network;
  return [
    ...checkNameParts([
      ["aks.name", aks.name],
      ["aks.suffix", aks.suffix],
    ]),
    ...adminProblems(aks),
    ...serverProblems(aks),
    ...checkBlocks(
      ["aks.network.network", network],
      [
        ["aks.network.nodes", nodes],
        ["aks.network.endpoints", endpoints],
        ["aks.network.postgres", postgres],
      ],
      [
        ["aks.network.pods", pods],
        ["aks.network.services", services],
      ],
    ),
    ...(aks.apiServer.kind === "restricted" ? checkApiServer("aks.apiServer.ranges", aks.apiServer.ranges) : []),
    ...checkNodes(
      [
        ["aks.systemPool", aks.systemPool],
        ...aks.userPools.map((pool, index) => [`aks.userPools[${index}]`, pool] as const),
      ],
      wanted,
    ),
  ];
};
