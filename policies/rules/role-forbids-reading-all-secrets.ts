import { at, isEmpty, itemsOf } from "../pack/fields.ts";
import type { Rule } from "../pack/rule.ts";

export const roleForbidsReadingAllSecrets: Rule = {
  name: "role-forbids-reading-all-secrets",
  refuses: "A role that reads Secrets without naming them.",
  why: "Whoever has it has every password of the namespace, and a list shows the values as well.",
  source: "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets",
  severity: "high",
  kinds: ["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"],
  check: ({ props }) =>
    itemsOf(props["rules"])
      .map((rule, index) => ({ rule, index }))
      .filter(({ rule }) => itemsOf(at(rule, "resources")).includes("secrets") && isEmpty(at(rule, "resourceNames")))
      .filter(({ rule }) => itemsOf(at(rule, "verbs")).some((verb) => ["get", "list", "watch"].includes(String(verb))))
      .map(({ index }) => ({
        key: `rules[${index}].resourceNames`,
        problem: "is empty, so it reads every Secret",
        remedy: "Name the Secrets, and leave the verb get only.",
      })),
};
