import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a public address",
    (graph) => {
      graph.props("dbforpostgresql:Server postgres").network.publicNetworkAccess = "Enabled";
    },
    [
      "azure-database-forbids-public-access: dbforpostgresql:Server postgres: network.publicNetworkAccess is not Disabled. Set it to Disabled, with a delegated subnet or a private endpoint.",
    ],
  ),
];
