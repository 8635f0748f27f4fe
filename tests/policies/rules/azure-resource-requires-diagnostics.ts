import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "a setting less than resources",
    (graph) => {
      graph.remove("monitor:DiagnosticSetting vault-audit");
    },
    [
      "azure-resource-requires-diagnostics: containerservice:ManagedCluster cluster: DiagnosticSetting may be missing: the stack has fewer of them with logs than vaults, clusters and servers. Make one for each, with its audit logs sent to the Log Analytics workspace.",
      "azure-resource-requires-diagnostics: dbforpostgresql:Server postgres: DiagnosticSetting may be missing: the stack has fewer of them with logs than vaults, clusters and servers. Make one for each, with its audit logs sent to the Log Analytics workspace.",
      "azure-resource-requires-diagnostics: keyvault:Vault vault: DiagnosticSetting may be missing: the stack has fewer of them with logs than vaults, clusters and servers. Make one for each, with its audit logs sent to the Log Analytics workspace.",
    ],
  ),
];
