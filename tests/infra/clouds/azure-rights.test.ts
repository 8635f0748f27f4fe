import { expect, test } from "vitest";
import { builtInRoles } from "../../../infra/components/azure/roles.ts";
import { recordStack } from "./recorded-stack.ts";

const graph = await recordStack("prod", { apiServerRanges: [] });
const roleName = (id: string): string =>
  Object.entries(builtInRoles).find(([, role]) => id.endsWith(role))?.[0] ?? `unknown role ${id}`;

test("every role that is handed out, to whom and where", () => {
  const roles = graph
    .filter(({ type }) => type.endsWith(":RoleAssignment"))
    .map(({ inputs }) => [roleName(inputs.roleDefinitionId), inputs.principalId, inputs.scope]);
  const reads = (app: string, secret: string) => [
    "keyVaultSecretsUser",
    `<todo-azure-apps-${app}-identity.principalId>`,
    `todo-vault-${secret}-id`,
  ];
  const grafana = "<grafana>";
  expect(roles.sort()).toEqual(
    [
      ["acrPull", "<kubelet>", "todo-azure-registry-registry-id"],
      ["monitoringDataReader", grafana, "todo-azure-monitoring-metrics-id"],
      ["monitoringReader", grafana, "todo-azure-monitoring-logs-id"],
      ["networkContributor", "<todo-azure-aks-identity.principalId>", "todo-azure-network-nodes-id"],
      reads("audit-service", "audit-postgres-credentials"),
      ...["audit-service", "event-service", "mcp-tools", "notification-service", "recurring-task-service"].map((app) =>
        reads(app, "jwt-secret"),
      ),
      reads("todo-backend", "jwt-secret"),
      reads("todo-backend", "postgres-credentials"),
    ].sort(),
  );
});

test("each app's token is exchanged for its own identity, and only by its own ServiceAccount", () => {
  const subjects = graph
    .filter(({ type }) => type.endsWith(":FederatedIdentityCredential"))
    .map(({ inputs }) => [inputs.resourceName, inputs.subject, inputs.audiences]);
  const marked = graph
    .filter(({ type }) => type === "kubernetes:core/v1:ServiceAccount")
    .flatMap(({ inputs: { metadata } }) =>
      Object.entries(metadata.annotations ?? {}).map(([key, id]) => [metadata.name, key, id]),
    );
  const pods = graph
    .filter(({ type }) => type === "kubernetes:apps/v1:Deployment")
    .filter(({ inputs }) => inputs.spec.template.metadata.labels["azure.workload.identity/use"] === "true")
    .map(({ inputs }) => inputs.metadata.name as string);
  const apps = ["audit-service", "event-service", "mcp-tools", "notification-service", "recurring-task-service"];
  const all = [...apps, "todo-backend"];
  expect(subjects.sort()).toEqual(
    all.map((app) => [
      `<todo-azure-apps-${app}-identity.name>`,
      `system:serviceaccount:todo-app:${app}`,
      ["api://AzureADTokenExchange"],
    ]),
  );
  expect(marked.sort()).toEqual(
    all.map((app) => [app, "azure.workload.identity/client-id", `<todo-azure-apps-${app}-identity.clientId>`]),
  );
  expect(pods.sort()).toEqual(all);
});

test("no app may read a Secret of Kubernetes: what it reads stands in the vault", () => {
  const rights = graph.filter(({ type }) => /rbac.*:(Role|RoleBinding)$/.test(type));
  expect(rights.map(({ name }) => name)).toEqual([]);
});

test("values of the vault are secrets of the stack", () => {
  const vaultSecrets = graph.filter(({ type }) => type === "azure-native:keyvault:Secret");
  expect(vaultSecrets.map(({ inputs }) => [inputs.secretName, JSON.stringify(inputs.properties)]).sort()).toEqual([
    ["audit-postgres-credentials", expect.stringMatching(/"secret":.*audit-service/)],
    ["jwt-secret", expect.stringMatching(/"secret":/)],
    ["postgres-credentials", expect.stringMatching(/"secret":.*todo-backend/)],
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
