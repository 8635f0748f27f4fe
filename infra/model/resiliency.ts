import type { Duration } from "./units.ts";

/** The numbers of the platform's Resiliency policies. */
export interface ResiliencySpec {
  readonly name: string;
  /** Longest time of one call or one delivery. */
  readonly timeout: Duration;
  /** Retries of invocations, state and publishing: 500 ms × 1.5 with jitter, up to `maxInterval`. */
  readonly outbound: { readonly maxInterval: Duration; readonly maxRetries: number };
  /** Retries of a delivery before its event goes to the dead-letter topic. */
  readonly inbound: { readonly duration: Duration; readonly maxRetries: number };
  /**
   * Opens after more than `failures` in a row, for `timeout`. Around components; around calls of apps only with `apps`,
   * because there Dapr counts every answer but 2xx: six refused sign-ins would close the callee to everybody.
   * Source: dapr pkg/api/http/directmessaging.go (1.18).
   */
  readonly circuitBreaker: {
    readonly failures: number;
    readonly timeout: Duration;
    readonly interval: Duration;
    /** @default false */
    readonly apps?: boolean;
  };
}

/** Seeds' defaults: 30 s timeouts, exponential up to 15 s, constant 1 s x 3, a breaker at the sixth failure. */
export const defaultResiliency: ResiliencySpec = {
  name: "app-resiliency",
  timeout: "30s",
  outbound: { maxInterval: "15s", maxRetries: 5 },
  inbound: { duration: "1s", maxRetries: 3 },
  circuitBreaker: { failures: 5, timeout: "30s", interval: "1m" },
};
