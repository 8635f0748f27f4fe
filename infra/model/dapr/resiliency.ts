import type { PlatformSpec } from "../platform-spec.ts";
import type { ResiliencySpec as ResiliencyManifestSpec } from "./kinds/generated/resiliency.ts";
import type { ResiliencySpec } from "../resiliency.ts";

/** A Dapr Resiliency (dapr.io/v1alpha1) as plain data. */
export interface DaprResiliency {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly spec: ResiliencyManifestSpec;
}

const toPolicies = (resiliency: ResiliencySpec): ResiliencyManifestSpec["policies"] => ({
  timeouts: { general: resiliency.timeout },
  retries: {
    outbound: {
      policy: "exponential",
      maxInterval: resiliency.outbound.maxInterval,
      maxRetries: resiliency.outbound.maxRetries,
      // A refusal by the callee is an answer, a 429 of its own limits too; only what may pass by itself is tried again.
      matching: { httpStatusCodes: "502-504", gRPCStatusCodes: "4,8,14" },
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
  const { resiliency, topology } = platform;
  const invoked = [...new Set(topology.invocations.map((call) => call.to))].sort();
  const guarded = { timeout: "general", retry: "outbound", circuitBreaker: "shared" };
  const call = resiliency.circuitBreaker.apps ? guarded : { timeout: "general", retry: "outbound" };
  return {
    name: resiliency.name,
    scopes: Object.keys(topology.apps).sort(),
    spec: {
      policies: toPolicies(resiliency),
      targets: {
        // An empty map reaches the apiserver as null, which it refuses.
        ...(invoked.length === 0 ? {} : { apps: Object.fromEntries(invoked.map((app) => [app, call])) }),
        components: {
          [platform.pubsub]: {
            outbound: { timeout: "general", retry: "outbound" },
            inbound: { timeout: "general", retry: "inbound" },
          },
          ...Object.fromEntries(Object.keys(topology.stateStores).map((store) => [store, { outbound: guarded }])),
        },
      },
    },
  };
};
