import { at, itemsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const roleForbidsWildcards: Rule = {
  name: "role-forbids-wildcards",
  refuses: "A role with every verb or every resource.",
  why: "It grows with each operator that is installed, and holds what nobody thought of, such as escalate and impersonate.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege",
  severity: "critical",
  kinds: ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"],
  check: ({ props }) =>
    itemsOf(props["rules"]).flatMap((rule, index) =>
      ["apiGroups", "resources", "verbs"]
        .filter((list) => itemsOf(at(rule, list)).includes("*"))
        .map((list) => ({
          key: `rules[${index}].${list}`,
          problem: "has *",
          remedy: "List what is needed.",
        })),
    ),
};
