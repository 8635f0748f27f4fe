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
 * How daprd tells of a secret that the store does not have: as any failure, with what Kubernetes' API server, the
 * component of Vault or Azure Key Vault says. An app that may read single secrets of a Key Vault is not told that there
 * is none of another name, only that it may not read it.
 * Source: dapr pkg/messages, ErrSecretGet; components-contrib secretstores/kubernetes, secretstores/hashicorp/vault and
 * secretstores/azure/keyvault.
 */
const isMissing = (error: unknown, name: string): boolean =>
  error instanceof DaprError &&
  error.status === 500 &&
  [
    `secrets \\"${name}\\" not found`,
    `getSecret ${name} failed secret key or version not exist`,
    "SecretNotFound",
    "ForbiddenByRbac",
  ].some((text) => error.message.includes(text));

const textsOf = (json: string): Record<string, string> => {
  try {
    return secret.safeParse(JSON.parse(json)).data ?? {};
  } catch {
    return {};
  }
};

/**
 * A store that keeps one text for a name, as Azure Key Vault, answers it under that name: it is the value of the only key,
 * or JSON of all.
 */
const byKey = (answer: Record<string, string>, name: string, keys: readonly string[]): Record<string, string> => {
  const text = answer[name];
  if (text === undefined || Object.keys(answer).length > 1 || keys.includes(name)) return answer;
  const [key = "", ...others] = keys;
  const texts = textsOf(text);
  return Object.hasOwn(texts, key) || others.length > 0 ? texts : { [key]: text };
};

/** The secret store that component `store` stands for. */
export function createSecretStore(dapr: DaprClient, store: string): SecretStore {
  const { secrets } = createDaprSdk(dapr);
  const readAll = async <Key extends string>(name: string, keys: readonly Key[]): Promise<Record<Key, string>> => {
    const values = byKey(secret.parse(await secrets.get(store, encodeURIComponent(name))), name, keys);
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
