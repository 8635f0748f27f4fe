import type { PlatformSpec } from "../platform.ts";
import type { Duration } from "../units.ts";

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

/** A Dapr Resiliency (dapr.io/v1alpha1) as plain data. */
export interface DaprResiliency {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly spec: Record<string, unknown>;
}

/** Seeds' defaults: 30 s timeouts, exponential up to 15 s, constant 1 s x 3, a breaker at the sixth failure. */
export const defaultResiliency: ResiliencySpec = {
  name: "app-resiliency",
  timeout: "30s",
  outbound: { maxInterval: "15s", maxRetries: 5 },
  inbound: { duration: "1s", maxRetries: 3 },
  circuitBreaker: { failures: 5, timeout: "30s", interval: "1m" },
};

const toPolicies = (resiliency: ResiliencySpec): Record<string, unknown> => ({
  timeouts: { general: resiliency.timeout },
  retries: {
    outbound: {
      policy: "exponential",
      maxInterval: resiliency.outbound.maxInterval,
      maxRetries: resiliency.outbound.maxRetries,
      // A refusal by the callee is an answer; only what may pass by itself is tried again.
      matching: { httpStatusCodes: "429,502-504", gRPCStatusCodes: "4,8,14" },
    },
    inbound: { policy: "constant", duration: resiliency.inbound.duration, maxRetries: resiliency.inbound.maxRetries },
  },
  circuitBreakers: {
    shared: {
      maxRequests: 1,
      interval: resiliency.circuitBreaker.interval,
      timeout: resiliency.circuitBreaker.timeout,
      trip: `consecutiveFailures > ${resiliency.circuitBreaker.failures}`,
    },
  },
});

/**
 * One Resiliency whose targets are exactly the invoked apps and the components of the model.
 * Source: dapr pkg/apis/resiliency/v1alpha1.
 */
export const toResiliency = (platform: PlatformSpec): DaprResiliency => {
  const { resiliency, topology, kafka, database } = platform;
  const invoked = [...new Set(topology.invocations.map((call) => call.to))].sort();
  const guarded = { timeout: "general", retry: "outbound", circuitBreaker: "shared" };
  const call = resiliency.circuitBreaker.apps ? guarded : { timeout: "general", retry: "outbound" };
  return {
    name: resiliency.name,
    scopes: Object.keys(topology.apps).sort(),
    spec: {
      policies: toPolicies(resiliency),
      targets: {
        apps: Object.fromEntries(invoked.map((app) => [app, call])),
        components: {
          [kafka.pubsub]: {
            outbound: { timeout: "general", retry: "outbound" },
            inbound: { timeout: "general", retry: "inbound" },
          },
          [database.stateStore.name]: { outbound: guarded },
        },
      },
    },
  };
};
