import { expect, test } from "vitest";
import { builtInRoles } from "../../../infra/components/azure/roles.ts";
import { azureGraph } from "./foundations.ts";

const graph = await azureGraph();
const roleName = (id: string): string =>
  Object.entries(builtInRoles).find(([, role]) => id.endsWith(role))?.[0] ?? `unknown role ${id}`;

test("every role that is handed out, and where", () => {
  const roles = graph
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ name, inputs }) => [name, roleName(inputs.roleDefinitionId), inputs.scope, inputs.principalType]);
  expect(roles.sort()).toEqual([
    ["todo-azure-aks-joins-subnet", "networkContributor", "todo-azure-network-nodes-id", "ServicePrincipal"],
    [
      "todo-azure-monitoring-grafana-monitoringDataReader",
      "monitoringDataReader",
      "todo-azure-monitoring-metrics-id",
      "ServicePrincipal",
    ],
    [
      "todo-azure-monitoring-grafana-monitoringReader",
      "monitoringReader",
      "todo-azure-monitoring-logs-id",
      "ServicePrincipal",
    ],
    ["todo-azure-registry-pulls", "acrPull", "todo-azure-registry-registry-id", "ServicePrincipal"],
    [
      "todo-vault-audit-service-reads-jwt-secret",
      "keyVaultSecretsUser",
      "todo-vault-jwt-secret-id",
      "ServicePrincipal",
    ],
    ["todo-vault-todo-backend-reads-jwt-secret", "keyVaultSecretsUser", "todo-vault-jwt-secret-id", "ServicePrincipal"],
    [
      "todo-vault-todo-backend-reads-postgres-credentials",
      "keyVaultSecretsUser",
      "todo-vault-postgres-credentials-id",
      "ServicePrincipal",
    ],
  ]);
});

test("values of the vault are secrets of the stack", () => {
  const vaultSecrets = graph.filter(({ type }) => type === "azure-native:keyvault:Secret");
  expect(vaultSecrets.map(({ inputs }) => JSON.stringify(inputs.properties))).toEqual([
    expect.stringContaining('"secret"'),
    expect.stringContaining('"secret"'),
  ]);
});

test("nothing but the registry answers the internet", () => {
  const exposure = graph
    .map(({ type, inputs }) => [type, inputs.publicNetworkAccess ?? inputs.properties?.publicNetworkAccess] as const)
    .filter(([, access]) => access !== undefined);
  expect(exposure.sort()).toEqual([
    ["azure-native:containerregistry:Registry", "Enabled"],
    ["azure-native:keyvault:Vault", "Disabled"],
  ]);
  const postgres = graph.find(({ type }) => type === "azure-native:dbforpostgresql:Server")?.inputs.network;
  expect(postgres).toMatchObject({ publicNetworkAccess: "Disabled", delegatedSubnetResourceId: expect.any(String) });
  const cluster = graph.find(({ type }) => type.endsWith(":ManagedCluster"))?.inputs;
  expect(cluster).toMatchObject({ disableLocalAccounts: true, apiServerAccessProfile: { enablePrivateCluster: true } });
});

test("what cannot be made again is protected", () => {
  const stateful = ["ResourceGroup", "VirtualNetwork", "ManagedCluster", "Registry", "Server", "Vault"];
  const unprotected = graph.filter(
    ({ type, isProtected }) => stateful.includes(type.split(":").at(-1) ?? "") && !isProtected,
  );
  expect(unprotected.map(({ name }) => name)).toEqual([]);
});
