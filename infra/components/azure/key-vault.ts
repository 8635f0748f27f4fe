import { Secret } from "@pulumi/azure-native/keyvault/secret.js";
import { Vault } from "@pulumi/azure-native/keyvault/vault.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { keepLogs } from "./diagnostics.ts";
import { PrivateLink } from "./private-link.ts";
import { assignRole } from "./roles.ts";

/** Arguments of {@link KeyVault}. */
export interface KeyVaultArgs {
  /** Globally unique, 3 to 24 letters, digits and dashes. */
  readonly vaultName: Input<string>;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly subscriptionId: Input<string>;
  readonly tenantId: Input<string>;
  readonly networkId: Input<string>;
  readonly endpointsSubnetId: Input<string>;
  /** Where it is written down who read what. */
  readonly logsWorkspaceId: Input<string>;
  /** Value of each secret by its name in the vault. */
  readonly secrets: Readonly<Record<string, Input<string>>>;
  /** Identities that may read a secret: by its name, the principals. */
  readonly readers: Readonly<Record<string, Readonly<Record<string, Input<string>>>>>;
}

/**
 * A vault that only the platform's network reaches, with a role for each reader of each secret; what is removed can be
 * restored for 90 days and not be purged before. Costs by operations, and its endpoint.
 *
 * @example new KeyVault("vault", { vaultName, secrets: { "jwt-secret": key }, readers: { "jwt-secret": { backend: id } }, ... });
 */
export class KeyVault extends ComponentResource {
  readonly vaultName: Output<string>;
  /** Known once every reader has its role. */
  readonly ready: Output<string>;

  constructor(name: string, args: KeyVaultArgs, options?: ComponentResourceOptions) {
    super("todo-platform:azure:KeyVault", name, {}, options);
    const { resourceGroupName, location, networkId, subscriptionId } = args;
    const child = { parent: this };
    const vault = this.#vault(name, args);
    new PrivateLink(
      `${name}-link`,
      {
        resourceGroupName,
        location,
        networkId,
        subnetId: args.endpointsSubnetId,
        serviceId: vault.id,
        part: "vault",
        zone: "privatelink.vaultcore.azure.net",
      },
      child,
    );
    keepLogs(
      `${name}-audit`,
      { resourceUri: vault.id, workspaceId: args.logsWorkspaceId, categories: ["AuditEvent"] },
      child,
    );
    const roles = Object.entries(args.secrets).flatMap(([secretName, value]) => {
      // Written by the management API, so that whoever runs `pulumi up` needs no way into the network.
      const secret = new Secret(
        `${name}-${secretName}`,
        { secretName, vaultName: vault.name, resourceGroupName, properties: { value } },
        { ...child, additionalSecretOutputs: ["properties"] },
      );
      return Object.entries(args.readers[secretName] ?? {}).map(([reader, principalId]) =>
        assignRole(
          `${name}-${reader}-reads-${secretName}`,
          {
            subscriptionId,
            principalId,
            principalType: "ServicePrincipal",
            role: "keyVaultSecretsUser",
            scope: secret.id,
          },
          child,
        ),
      );
    });
    this.vaultName = vault.name;
    this.ready = roles.reduce<Output<string>>((before, { id }) => before.apply(() => id), vault.id);
    this.registerOutputs({ vaultName: this.vaultName });
  }

  #vault(name: string, { vaultName, resourceGroupName, location, tenantId }: KeyVaultArgs): Vault {
    return new Vault(
      `${name}-vault`,
      {
        vaultName,
        resourceGroupName,
        location,
        properties: {
          tenantId,
          sku: { family: "A", name: "standard" },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          softDeleteRetentionInDays: 90,
          enablePurgeProtection: true,
          publicNetworkAccess: "Disabled",
          networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
        },
      },
      { parent: this, protect: true },
    );
  }
}
