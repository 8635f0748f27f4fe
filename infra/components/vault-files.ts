import { checksum } from "../model/checksum.ts";
import { vaultHost, vaultPolicy, vaultPort, type PlainVaultSpec } from "../model/vault.ts";

/** User of the published Vault image. */
export const vaultUser = 100;

/** Where the pod finds the platform's Secrets that are copied into Vault: a folder for each, a file for each key. */
export const vaultSourcePath = "/etc/vault-secrets";

const policyName = "todo-platform-apps";

// A token that nobody renews lives for ten years, as long as the platform's CA.
const conf = (vault: PlainVaultSpec): string => `disable_mlock = true
api_addr = "https://${vaultHost(vault)}:${vaultPort}"
max_lease_ttl = "87600h"
listener "tcp" {
  address = "0.0.0.0:${vaultPort}"
  tls_cert_file = "/etc/vault-credentials/tls.crt"
  tls_key_file = "/etc/vault-credentials/tls.key"
  tls_min_version = "tls12"
}
`;

// The development mode prints its root token, so nothing of its standard output is kept; its log goes to the other one.
const start = ({ engine, prefix }: PlainVaultSpec): string => `set -eu
VAULT_DEV_ROOT_TOKEN_ID="$(cat /etc/vault-credentials/root-token)"
VAULT_TOKEN="$VAULT_DEV_ROOT_TOKEN_ID"
VAULT_ADDR=http://127.0.0.1:8100
export VAULT_DEV_ROOT_TOKEN_ID VAULT_TOKEN VAULT_ADDR
rm -rf /tmp/seen /tmp/ready
mkdir /tmp/seen
vault server -dev -dev-no-store-token -dev-listen-address=127.0.0.1:8100 -config=/etc/vault-config/vault.hcl > /dev/null &
server=$!
trap 'kill -TERM "$server"' TERM INT
until vault status > /dev/null 2>&1; do kill -0 "$server"; sleep 1; done
vault policy write ${policyName} /etc/vault-config/policy.hcl > /dev/null
printf '{"id":"%s","policies":["${policyName}"],"no_default_policy":true,"ttl":"87600h"}' \\
  "$(cat /etc/vault-credentials/token)" | vault write auth/token/create-orphan - > /dev/null
copy() {
  for folder in ${vaultSourcePath}/*/; do
    secret="\${folder%/}"
    secret="\${secret##*/}"
    sum="$(cat "$folder"* | sha256sum)"
    if [ "$sum" != "$(cat "/tmp/seen/$secret" 2> /dev/null || true)" ]; then
      set --
      for file in "$folder"*; do set -- "$@" "\${file##*/}=@$file"; done
      vault kv put -mount=${engine} "${prefix}/$secret" "$@" > /dev/null
      printf '%s' "$sum" > "/tmp/seen/$secret"
    fi
  done
}
copy
touch /tmp/ready
while kill -0 "$server"; do
  sleep 5
  copy
done
`;

/** The server's files, by name. */
export const vaultFiles = (vault: PlainVaultSpec, secrets: readonly string[]): Record<string, string> => ({
  "vault.hcl": conf(vault),
  "policy.hcl": vaultPolicy(vault, secrets),
  "start.sh": start(vault),
});

/** Changes when the files do, so that the server restarts with them. */
export const vaultFilesChecksum = (vault: PlainVaultSpec, secrets: readonly string[]): string =>
  checksum(JSON.stringify(vaultFiles(vault, secrets)), 16);
