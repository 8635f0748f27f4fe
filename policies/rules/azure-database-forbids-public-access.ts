import { at, differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const azureDatabaseForbidsPublicAccess: Rule = {
  name: "azure-database-forbids-public-access",
  refuses: "A database server of Azure with a public address.",
  why: "Passwords are then all that stands between the data and the internet.",
  source: "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private",
  severity: "critical",
  kinds: ["azure-native:dbforpostgresql:Server", "azure-native:dbformysql:Server"],
  check: ({ props }) =>
    findingIf(
      differs(at(props, "network", "publicNetworkAccess"), "Disabled"),
      "network.publicNetworkAccess",
      "is not Disabled",
      "Set it to Disabled, with a delegated subnet or a private endpoint.",
    ),
};
