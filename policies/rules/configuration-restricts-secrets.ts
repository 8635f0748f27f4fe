import { at, itemsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

const remedy = "List the stores under spec.secrets.scopes with defaultAccess deny and the app's allowedSecrets.";

export const configurationRestrictsSecrets: Rule = {
  name: "configuration-restricts-secrets",
  refuses: "A Configuration whose apps may read every secret of a store.",
  why: "A captured app asks its own sidecar for the passwords of all others.",
  source: "https://docs.dapr.io/operations/configuration/secret-scope/",
  severity: "high",
  kinds: ["dapr.io/Configuration"],
  where: ({ props }) => at(props, "metadata", "name") !== "daprsystem",
  check: ({ props }) => {
    const scopes = itemsOf(at(props, "spec", "secrets", "scopes"));
    if (scopes.length === 0) return [{ key: "spec.secrets.scopes", problem: "is empty", remedy }];
    return scopes.flatMap((scope, index) =>
      at(scope, "defaultAccess") === "deny"
        ? []
        : [{ key: `spec.secrets.scopes[${index}].defaultAccess`, problem: "is not deny", remedy }],
    );
  },
};
