import { currentContext } from "./request-context.ts";

/** The sidecar, or the app behind it, answered with an error; status 0 stands for no answer at all. */
export class DaprError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "DaprError";
    this.status = status;
  }
}

/** How the sidecar is reached. */
export interface DaprClientOptions {
  readonly port: number;
  /** `DAPR_API_TOKEN`, when the sidecar asks for one. */
  readonly token?: string | undefined;
  /** How long one call may take, in milliseconds; 5,000 by default. */
  readonly timeout?: number;
}

/** A call to the sidecar; `expect` names statuses beyond 2xx that are no error. */
export interface DaprCall {
  /** Version of the sidecar's API; `v1.0` by default. */
  readonly api?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly expect?: (status: number) => boolean;
}

/** An event may carry a correlation id that no header can: the call must not fail for it. */
const isHeaderValue = (text: string | undefined): text is string => text !== undefined && /^[\x21-\x7e]+$/.test(text);

/**
 * Calls the sidecar over HTTP and throws when that fails. It is the transport below Dapr's SDK (see dapr-sdk.ts), whose
 * own has no time limit and no trace, and it serves directly what the SDK cannot: an ETag with a value that is read, and
 * an invocation whose status and headers are passed on.
 */
export class DaprClient {
  readonly #base: string;
  readonly #token: string | undefined;
  readonly #timeout: number;

  constructor(options: DaprClientOptions) {
    this.#base = `http://127.0.0.1:${options.port}/`;
    this.#token = options.token;
    this.#timeout = options.timeout ?? 5000;
  }

  /**
   * Sends one request below the version of the API, in the trace and with the correlation id of the running request.
   * @throws DaprError when the answer is neither 2xx nor expected, or does not come in time
   */
  async call(path: string, call: DaprCall = {}): Promise<Response> {
    const { expect = () => false } = call;
    const response = await this.#send(path, call);
    if (response.ok || expect(response.status)) return response;
    const text = await response.text().catch(() => "");
    throw new DaprError(
      response.status,
      `${call.method ?? "GET"} ${path} answered ${response.status}: ${text.slice(0, 300)}`,
    );
  }

  async #send(path: string, call: DaprCall): Promise<Response> {
    // fetch resolves dot segments: a path with user input in it must not lead to another part of the sidecar's API.
    const href = `${this.#base}${call.api ?? "v1.0"}${path}`;
    const url = new URL(href);
    if (url.href !== href) throw new Error(`${path} is not a normal path`);
    const signal = AbortSignal.timeout(this.#timeout);
    const { method = "GET", body = null } = call;
    try {
      return await fetch(url, { method, body, signal, redirect: "manual", headers: this.#headers(call) });
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : (error as Error);
      throw new DaprError(0, `${method} ${path}: the sidecar did not answer (${cause.message || cause.name})`);
    }
  }

  #headers(call: DaprCall): Record<string, string> {
    const { traceparent, correlationId } = currentContext() ?? {};
    return {
      ...(traceparent ? { traceparent } : {}),
      ...(isHeaderValue(correlationId) ? { "x-correlation-id": correlationId } : {}),
      ...call.headers,
      ...(this.#token ? { "dapr-api-token": this.#token } : {}),
    };
  }
}
