import { z } from "zod";
import type { DaprClient } from "./dapr-client.ts";

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
export const createSecretStore = (dapr: DaprClient, store: string): SecretStore => ({
  async read(name, key) {
    const response = await dapr.call(`/secrets/${store}/${encodeURIComponent(name)}`);
    const value = secret.parse(await response.json())[key];
    if (!value) throw new Error(`secret ${name} in store ${store} has no key ${key}`);
    return value;
  },
});
