import { at, itemsOf, textOf } from "../pack/fields.ts";
import type { Finding, Rule } from "../pack/rule.ts";

/** Everybody, whether known or not, and the account that each pod has by default. */
const isBroad = (subject: unknown): boolean => {
  const name = textOf(at(subject, "name"));
  const everybody = ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:serviceaccounts"];
  return everybody.includes(name) || (at(subject, "kind") === "ServiceAccount" && name === "default");
};

export const roleBindingForbidsBroadRights: Rule = {
  name: "role-binding-forbids-broad-rights",
  refuses: "A binding of cluster-admin, or of any role to everybody.",
  why: "One captured pod is then the whole cluster.",
  source:
    "https://kubernetes.io/docs/concepts/security/rbac-good-practices/#minimize-distribution-of-privileged-tokens",
  severity: "critical",
  kinds: ["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"],
  check: ({ props }): readonly Finding[] => [
    ...(at(props, "roleRef", "name") === "cluster-admin"
      ? [{ key: "roleRef.name", problem: "is cluster-admin", remedy: "Make a role with what is needed." }]
      : []),
    ...itemsOf(props["subjects"]).flatMap((subject, index) =>
      isBroad(subject)
        ? [
            {
              key: `subjects[${index}].name`,
              problem: `is ${textOf(at(subject, "name"))}`,
              remedy: "Name a service account of its own.",
            },
          ]
        : [],
    ),
  ],
};
