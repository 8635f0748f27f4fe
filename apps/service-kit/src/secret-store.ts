import { z } from "zod";
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
}

/** The secret store that component `store` stands for. */
export function createSecretStore(dapr: DaprClient, store: string): SecretStore {
  const { secrets } = createDaprSdk(dapr);
  return {
    async read(name, key) {
      const value = secret.parse(await secrets.get(store, encodeURIComponent(name)))[key];
      if (!value) throw new Error(`secret ${name} in store ${store} has no key ${key}`);
      return value;
    },
  };
}
