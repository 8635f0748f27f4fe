import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "cluster-admin",
    (graph) => {
      graph.props("RoleBinding todo/api-secrets").roleRef.name = "cluster-admin";
    },
    [
      "role-binding-forbids-broad-rights: RoleBinding todo/api-secrets: roleRef.name is cluster-admin. Make a role with what is needed.",
    ],
  ),
  broken(
    "everybody",
    (graph) => {
      graph.props("RoleBinding todo/api-secrets").subjects[0] = { kind: "Group", name: "system:authenticated" };
    },
    [
      "role-binding-forbids-broad-rights: RoleBinding todo/api-secrets: subjects[0].name is system:authenticated. Name a service account of its own.",
    ],
  ),
];
