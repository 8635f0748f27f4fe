import { at, itemsOf, textOf } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

const remedy = "Set it to deny, and list the operations that the caller needs.";

const openOperations = (operations: unknown, path: string): Finding[] =>
  itemsOf(operations).flatMap((operation, index) => {
    const isAll = /^\/?\*{1,2}$/.test(textOf(at(operation, "name")));
    const isAllVerbs = itemsOf(at(operation, "httpVerb")).includes("*");
    return at(operation, "action") === "allow" && isAll && isAllVerbs
      ? [{ key: `${path}[${index}]`, problem: "allows every operation with every verb", remedy }]
      : [];
  });

export const configurationForbidsOpenPolicies: Rule = {
  name: "configuration-forbids-open-policies",
  refuses: "An access policy that allows a caller every operation.",
  why: "The caller may then use what was added for another one, such as internal routes.",
  source: "https://docs.dapr.io/operations/configuration/invoke-allowlist/",
  severity: "high",
  kinds: ["dapr.io/Configuration"],
  check: ({ props }) =>
    itemsOf(at(props, "spec", "accessControl", "policies")).flatMap((policy, index) => {
      const path = `spec.accessControl.policies[${index}]`;
      const isOpen = at(policy, "defaultAction") === "allow";
      return [
        ...(isOpen ? [{ key: `${path}.defaultAction`, problem: "is allow", remedy }] : []),
        ...openOperations(at(policy, "operations"), `${path}.operations`),
      ];
    }),
};
