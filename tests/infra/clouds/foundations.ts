import { secret } from "@pulumi/pulumi";
import type { Recorded } from "../components/record.ts";
import { record } from "../components/record.ts";
import { readDeclarations, type RecordedProvider } from "../../../local/pulumi/recorder/declarations.ts";
import { plausibleProperties } from "../../../local/pulumi/recorder/plausible-value.ts";

/** What a recorded cloud answers. */
const answerOf =
  (provider: RecordedProvider) =>
  (type: string, name: string): object => {
    const { resources, types } = readDeclarations(provider);
    return plausibleProperties(resources[type]?.outputs ?? {}, types, name);
  };

const adminGroup = "11111111-2222-4333-8444-555555555555";

/** What the program of a cloud registers, without its in-cluster part. */
export const azureGraph = (): Promise<Recorded[]> =>
  record(
    {},
    async () => {
      const { AzureFoundation } = await import("../../../infra/components/azure/azure-foundation.ts");
      const { KeyVault } = await import("../../../infra/components/azure/key-vault.ts");
      const { todoAks } = await import("../../../infra/model/clouds/aks.ts");
      const aks = todoAks({
        region: "westeurope",
        suffix: "x7k2",
        adminGroups: [adminGroup],
        apiServer: { kind: "private" },
      });
      const [subscriptionId, tenantId] = ["s", "t"];
      const azure = new AzureFoundation("todo-azure", {
        ...{ aks, subscriptionId, tenantId, maxConnections: 400 },
        ...{ namespace: "todo-app", apps: ["todo-backend", "audit-service"] },
      });
      return new KeyVault("todo-vault", {
        vaultName: "todo-x7k2",
        resourceGroupName: azure.resourceGroupName,
        location: aks.region,
        ...{ subscriptionId, tenantId },
        networkId: azure.network.networkId,
        endpointsSubnetId: azure.network.endpointsSubnetId,
        secrets: { "jwt-secret": secret("value"), "postgres-credentials": secret("value") },
        readers: {
          "jwt-secret": azure.identities.principalIds,
          "postgres-credentials": { "todo-backend": azure.identities.principalIds["todo-backend"] ?? "" },
        },
      });
    },
    answerOf("azure-native"),
  );

/** What the program of DigitalOcean registers, without its in-cluster part. */
export const digitalOceanGraph = (): Promise<Recorded[]> =>
  record(
    {},
    async () => {
      const { DigitalOceanFoundation } =
        await import("../../../infra/components/digitalocean/digitalocean-foundation.ts");
      const { todoDoks } = await import("../../../infra/model/clouds/doks.ts");
      const doks = todoDoks({
        region: "fra1",
        apiServerRanges: ["198.51.100.0/24"],
        domain: { zone: "example.com", record: "todo" },
      });
      return new DigitalOceanFoundation("todo-do", { doks });
    },
    answerOf("digitalocean"),
  );
