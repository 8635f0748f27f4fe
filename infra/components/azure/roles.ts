import { RoleAssignment, type RoleAssignmentArgs } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { interpolate, type CustomResourceOptions, type Input } from "@pulumi/pulumi";

/**
 * The built-in roles that are handed out, and nothing wider.
 * Source: learn.microsoft.com/azure/role-based-access-control/built-in-roles.
 */
export const builtInRoles = {
  /** Pulls images. */
  acrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  /** Reads the values of a vault's secrets. */
  keyVaultSecretsUser: "4633458b-17de-408a-b874-0445c86b69e6",
  /** Joins subnets and makes load balancers. */
  networkContributor: "4d97b98b-1d4f-4787-a291-c67834d212e7",
  /** Sees the metrics of a subscription's resources. */
  monitoringReader: "43d0d8ad-25c7-4714-9337-8ba259a9fe05",
  /** Queries managed Prometheus. */
  monitoringDataReader: "b0d8363b-8ddd-447d-831f-62ca05bff136",
} as const;
export type BuiltInRole = keyof typeof builtInRoles;

/** Who gets what where. */
export interface RoleArgs {
  readonly subscriptionId: Input<string>;
  readonly principalId: Input<string>;
  readonly principalType: "ServicePrincipal" | "Group";
  readonly role: BuiltInRole;
  readonly scope: Input<string>;
}

/** Hands a built-in role to an identity at the narrowest scope; nothing is exposed and nothing costs. */
export const assignRole = (name: string, args: RoleArgs, options: CustomResourceOptions): RoleAssignment => {
  const { subscriptionId, principalId, principalType, role, scope } = args;
  const roleDefinitionId = interpolate`/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role]}`;
  const assignment: RoleAssignmentArgs = { principalId, principalType, roleDefinitionId, scope };
  return new RoleAssignment(name, assignment, options);
};
