import { broken } from "../support/broken.ts";
import { object } from "../support/graph.ts";

export const cases = [
  broken(
    "no names",
    (graph) => {
      graph.add(
        object("rbac.authorization.k8s.io/v1", "ClusterRole", "reader", {
          rules: [{ apiGroups: [""], resources: ["pods", "secrets"], verbs: ["list"] }],
        }),
      );
    },
    [
      "role-forbids-reading-all-secrets: ClusterRole reader: rules[0].resourceNames is empty, so it reads every Secret. Name the Secrets, and leave the verb get only.",
    ],
  ),
];
