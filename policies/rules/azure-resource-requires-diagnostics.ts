import { at, isEmpty } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";
import { ofKinds } from "../pack/stack.ts";

const kinds = [
  "azure-native:keyvault:Vault",
  "azure-native:containerservice:ManagedCluster",
  "azure-native:dbforpostgresql:Server",
];

export const azureResourceRequiresDiagnostics: Rule = {
  name: "azure-resource-requires-diagnostics",
  refuses: "More vaults, clusters and database servers of Azure than settings that keep their logs.",
  why: "Who read a secret, changed a right or dropped a table is found out from these logs, or not at all.",
  source: "https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings",
  severity: "medium",
  kinds,
  // In a preview a setting does not know the id of its resource yet, so they are counted.
  needsStack: true,
  check: (_resource, { stack }) => {
    const settings = ofKinds(stack, "azure-native:monitor:DiagnosticSetting").filter(
      ({ props }) => !isEmpty(at(props, "logs")),
    );
    return findingIf(
      settings.length < ofKinds(stack, ...kinds).length,
      "DiagnosticSetting",
      "may be missing: the stack has fewer of them with logs than vaults, clusters and servers",
      "Make one for each, with its audit logs sent to the Log Analytics workspace.",
    );
  },
};
