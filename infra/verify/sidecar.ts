import type { Forwarded } from "./pod-forward.ts";

/** An answer of a sidecar. */
export interface SidecarAnswer {
  readonly status: number;
  readonly body: string;
}

/** Longest time that one question to a sidecar may take. */
const timeoutMs = 15_000;

/** One sidecar's HTTP API, its token shown. */
export class Sidecar {
  readonly pod: string;
  readonly #forwarded: Forwarded;
  readonly #token: string;

  constructor(pod: string, forwarded: Forwarded, token: string) {
    this.pod = pod;
    this.#forwarded = forwarded;
    this.#token = token;
  }

  /** Asks the sidecar (504 when it does not answer in time); a body is sent as JSON unless the headers say otherwise. */
  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<SidecarAnswer> {
    try {
      const response = await fetch(`${this.#forwarded.url}${path}`, {
        method,
        headers: {
          "dapr-api-token": this.#token,
          connection: "close",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: await response.text() };
    } catch (cause) {
      // One question that hangs must not hide what the others found out.
      if ((cause as Error).name === "TimeoutError")
        return { status: 504, body: `no answer within ${timeoutMs / 1000} s` };
      throw cause;
    }
  }
}
