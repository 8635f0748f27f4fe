import { broken } from "../support/broken.ts";

export const cases = [
  broken(
    "the role Owner",
    (graph) => {
      graph.props("authorization:RoleAssignment reader").roleDefinitionId =
        "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    },
    [
      "azure-role-assignment-forbids-broad-roles: authorization:RoleAssignment reader: roleDefinitionId is Owner. Use the built-in role for the one thing that is needed, on the one resource.",
    ],
  ),
];
