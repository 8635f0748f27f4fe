import { textOf } from "../pack/fields.ts";
import { findingIf, type Rule } from "../pack/rule.ts";

/** Roles that may do everything or give themselves every right. Source: learn.microsoft.com, Azure built-in roles. */
const broad: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

export const azureRoleAssignmentForbidsBroadRoles: Rule = {
  name: "azure-role-assignment-forbids-broad-roles",
  refuses: "An identity of Azure that may do everything, or give rights away.",
  why: "One captured pod is then the whole subscription.",
  source: "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
  severity: "critical",
  kinds: ["azure-native:authorization:RoleAssignment"],
  check: ({ props }) => {
    const role = broad[textOf(props["roleDefinitionId"]).split("/").at(-1) ?? ""];
    return findingIf(
      role !== undefined,
      "roleDefinitionId",
      `is ${role}`,
      "Use the built-in role for the one thing that is needed, on the one resource.",
    );
  },
};
