// By their own files: the package's entry brings gRPC, actors and workflows along, which cost 100 MB of memory.
import concurrencyModule from "@dapr/dapr/enum/StateConcurrency.enum.js";
import consistencyModule from "@dapr/dapr/enum/StateConsistency.enum.js";
import pubsubModule from "@dapr/dapr/implementation/Client/HTTPClient/pubsub.js";
import secretModule from "@dapr/dapr/implementation/Client/HTTPClient/secret.js";
import stateModule from "@dapr/dapr/implementation/Client/HTTPClient/state.js";
import type { DaprClient } from "./dapr-client.ts";

/** The default export of a module in the old format: Node hands out the whole module, test runners unwrap it. */
const unwrap = <T>(module: { readonly default: T }): T => module.default ?? (module as unknown as T);

const Secrets = unwrap(secretModule);
const PubSub = unwrap(pubsubModule);
const State = unwrap(stateModule);
/** How the SDK calls first and last write. */
export const concurrencies = unwrap(concurrencyModule);
/** How the SDK calls strong and eventual consistency. */
export const consistencies = unwrap(consistencyModule);

/** The SDK's clients for the building blocks that it serves well. */
export interface DaprSdk {
  readonly secrets: InstanceType<typeof Secrets>;
  readonly pubsub: InstanceType<typeof PubSub>;
  readonly state: InstanceType<typeof State>;
}

interface SdkRequest {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const silent = (): void => undefined;
/** Failures are thrown here; the SDK's own lines would be no JSON. */
const logger = { service: { error: silent, warn: silent, info: silent, verbose: silent, debug: silent } };

/**
 * The SDK over our own transport, which keeps trace, correlation id and time limit. Mind that its `publish`, `save` and
 * `delete` answer a failure with `{ error }`: {@link throwFailure} turns that into a throw.
 */
export function createDaprSdk(dapr: DaprClient): DaprSdk {
  const execute = async (path: string, { method, headers, body }: SdkRequest = {}): Promise<unknown> => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const response = await dapr.call(path, {
      method: method ?? "GET",
      headers: body === undefined ? {} : { "content-type": "application/json", ...lowerCase(headers) },
      ...(body === undefined ? {} : { body: text }),
    });
    const answer = await response.text();
    return answer === "" ? "" : (JSON.parse(answer) as unknown);
  };
  const transport = { execute, options: { logger } } as never;
  return {
    secrets: new Secrets(transport),
    pubsub: new PubSub(transport),
    state: new State(transport),
  };
}

const lowerCase = (headers: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** Throws what an answer of the SDK holds as its error. */
export function throwFailure(answer: { readonly error?: Error }): void {
  if (answer.error) throw answer.error;
}
