import { at, differs } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const configurationDeniesAccessByDefault: Rule = {
  name: "configuration-denies-access-by-default",
  refuses: "A Configuration that lets every app call its apps.",
  why: "Without access control each app of the trust domain may invoke each operation.",
  source: "https://docs.dapr.io/operations/configuration/invoke-allowlist/",
  severity: "critical",
  kinds: ["dapr.io/Configuration"],
  // The control plane's own says nothing of apps.
  where: ({ props }) => at(props, "metadata", "name") !== "daprsystem",
  check: ({ props }) =>
    findingIf(
      differs(at(props, "spec", "accessControl", "defaultAction"), "deny"),
      "spec.accessControl.defaultAction",
      "is not deny",
      "Set it to deny, and list the callers and operations under policies.",
    ),
};
