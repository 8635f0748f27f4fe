import { at } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

export const configurationForbidsDisabledMtls: Rule = {
  name: "configuration-forbids-disabled-mtls",
  refuses: "A Configuration that switches mTLS between sidecars off.",
  why: "Without it nobody knows who calls: access control, scopes and encryption between apps end.",
  source: "https://docs.dapr.io/operations/security/mtls/",
  severity: "critical",
  kinds: ["dapr.io/Configuration"],
  check: ({ props }) =>
    findingIf(at(props, "spec", "mtls", "enabled") === false, "spec.mtls.enabled", "is false", "Remove it."),
};
