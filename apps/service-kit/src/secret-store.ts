import { z } from "zod";
import { DaprError } from "./dapr-client.ts";
import type { DaprClient } from "./dapr-client.ts";
import { createDaprSdk } from "./dapr-sdk.ts";

const secret = z.record(z.string(), z.string());

/** Reads secrets through the sidecar. */
export interface SecretStore {
  /**
   * The value of `key` in secret `name`.
   * @throws DaprError when the sidecar is not ready or refuses; Error when the secret has no such key
   */
  read(name: string, key: string): Promise<string>;
  /**
   * The values of `keys` in secret `name`; undefined when there is no such secret.
   * @throws DaprError when the sidecar is not ready or refuses; Error when the secret lacks one of the keys
   */
  readIfThere<Key extends string>(name: string, keys: readonly Key[]): Promise<Record<Key, string> | undefined>;
}

/**
 * How daprd tells of a secret that the store does not have: as any failure, with what Kubernetes' API server or the
 * component of Vault says.
 * Source: dapr pkg/messages, ErrSecretGet; components-contrib secretstores/kubernetes and secretstores/hashicorp/vault.
 */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof DaprError &&
  error.status === 500 &&
  [`secrets \\"${name}\\" not found`, `getSecret ${name} failed secret key or version not exist`].some((text) =>
    error.message.includes(text),
  );

/** The secret store that component `store` stands for. */
export function createSecretStore(dapr: DaprClient, store: string): SecretStore {
  const { secrets } = createDaprSdk(dapr);
  const readAll = async <Key extends string>(name: string, keys: readonly Key[]): Promise<Record<Key, string>> => {
    const values = secret.parse(await secrets.get(store, encodeURIComponent(name)));
    const missing = keys.find((key) => !values[key]);
    if (missing !== undefined) throw new Error(`secret ${name} in store ${store} has no key ${missing}`);
    return values;
  };
  return {
    read: async (name, key) => (await readAll(name, [key]))[key] ?? "",
    readIfThere: (name, keys) =>
      readAll(name, keys).catch((error: unknown) => {
        if (isMissing(error, name)) return undefined;
        throw error;
      }),
  };
}
