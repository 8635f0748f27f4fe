import { remedyForName } from "../names.ts";
import type { PlatformSpec } from "../platform-spec.ts";
import type { Problem } from "../problems.ts";
import { vaultSecrets, type ExternalVaultSpec } from "../vault.ts";
import { error } from "./error.ts";
import { serverProblems } from "./server-problems.ts";

/** Vault answers for what is not there as for what is forbidden, and an app that reads it at its start does not start. */
const contentProblems = ({ topology }: PlatformSpec, vault: ExternalVaultSpec): Problem[] => {
  const needed = Object.keys(topology.secrets);
  return [
    ...needed
      .filter((secret) => !vault.secrets.includes(secret))
      .map((secret) =>
        error(
          "TP0443",
          "vault.secrets",
          secret,
          "is a secret that nobody puts into Vault: the server is run elsewhere",
          `Put it there as ${vault.engine}/${vault.prefix}/${secret} and name it in vault.secrets.`,
        ),
      ),
    ...vault.secrets.flatMap((secret, index) =>
      needed.includes(secret)
        ? []
        : [
            error(
              "TP0443",
              `vault.secrets[${index}]`,
              secret,
              "is no secret of the topology",
              remedyForName(secret, needed, "secrets"),
            ),
          ],
    ),
  ];
};

/** The Vault server, and that it holds what apps read. */
export const checkVault = (platform: PlatformSpec): Problem[] => {
  const { vault } = platform;
  if (vault === undefined) return [];
  return [
    ...serverProblems(platform, {
      key: "vault",
      title: "Vault",
      kind: vault.kind,
      type: "secretstores.hashicorp.vault",
      expected: vaultSecrets(vault),
      maker: "vaultSecrets(vault)",
      fields: ["vaultAddr", "enginePath", "vaultKVPrefix", "vaultToken", "caPem", "skipVerify"],
      code: "TP0435",
    }),
    ...(vault.kind === "external" ? contentProblems(platform, vault) : []),
  ];
};
