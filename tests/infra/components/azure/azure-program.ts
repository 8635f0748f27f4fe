import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { repositoryRoot } from "../../../../local/paths.ts";

const importOf = (file: string): string => pathToFileURL(join(repositoryRoot, "infra", file)).href;

/** A program that makes everything of Azure; `EDIT` changes the model as an edit of a stack would. */
export const azureProgram = `
import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { AzureFoundation } from "${importOf("components/azure/azure-foundation.ts")}";
import { todoAks } from "${importOf("model/clouds/aks.ts")}";
const client = getClientConfigOutput();
const aks = todoAks({
  region: "westeurope",
  suffix: "x7k2",
  adminGroups: ["11111111-2222-4333-8444-555555555555"],
  apiServer: { kind: "private" },
});
const edit = new Function("aks", process.env.EDIT ?? "return aks");
const azure = new AzureFoundation("todo-azure", {
  aks: edit(structuredClone(aks)),
  subscriptionId: client.subscriptionId,
  tenantId: client.tenantId,
  maxConnections: 400,
  namespace: "todo-app",
  apps: ["todo-backend", "audit-service"],
});
export const registry = azure.registry.loginServer;
export const issuer = azure.cluster.issuer;
export const databaseHost = azure.postgres.host;
`;
