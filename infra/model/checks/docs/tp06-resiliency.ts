import type { CheckDoc } from "./check-doc.ts";
import { resiliencyYaml } from "./manifest-yaml.ts";

const retry = (fields: string): string =>
  resiliencyYaml(`retries:\n  again: { ${fields} }`, "apps: { shop: { retry: again } }");

const breaker = (fields: string, targets = "components: { store: { outbound: { circuitBreaker: shared } } }"): string =>
  resiliencyYaml(`circuitBreakers:\n  shared: { ${fields} }`, targets);

/** What a Resiliency means. */
export const tp06Resiliency: readonly CheckDoc[] = [
  {
    code: "TP0651",
    severity: "warning",
    title: "A policy that no target names",
    pain: "It does nothing, and everybody believes that calls are retried.",
    language: "yaml",
    wrong: resiliencyYaml("timeouts: { general: 5s, slow: 60s }", "apps: { shop: { timeout: general } }"),
    right: resiliencyYaml(
      "timeouts: { general: 5s, DefaultTimeoutPolicy: 60s }",
      "apps: { shop: { timeout: general } }",
    ),
  },
  {
    code: "TP0652",
    severity: "error",
    title: "Status codes that cannot be read",
    pain: "One blank or one code out of range, and daprd leaves out the whole Resiliency.",
    language: "yaml",
    wrong: retry('policy: constant, matching: { httpStatusCodes: "429, 500-599" }'),
    right: retry('policy: constant, matching: { httpStatusCodes: "429,500-599" }'),
  },
  {
    code: "TP0654",
    severity: "warning",
    title: "A pause that the policy does not use",
    pain: "The exponential policy starts at 500ms, whatever duration says; the constant one has no longest pause.",
    language: "yaml",
    wrong: retry("policy: exponential, duration: 200ms"),
    right: retry("policy: exponential, maxInterval: 15s"),
  },
  {
    code: "TP0655",
    severity: "warning",
    title: "A circuit breaker around an app",
    pain: "Refusals such as 401 and 404 count as failures: one anonymous visitor opens the breaker for everybody.",
    language: "yaml",
    wrong: breaker("timeout: 30s", "apps: { shop: { circuitBreaker: shared } }"),
    right: breaker("timeout: 30s"),
  },
  {
    code: "TP0656",
    severity: "error",
    title: "A circuit breaker of actors without a scope",
    pain: "daprd leaves out the whole Resiliency.",
    language: "yaml",
    wrong: breaker("timeout: 30s", "actors: { cart: { circuitBreaker: shared } }"),
    right: breaker("timeout: 30s", "actors: { cart: { circuitBreaker: shared, circuitBreakerScope: type } }"),
  },
  {
    code: "TP0657",
    severity: "error",
    title: "A number below zero",
    pain: "daprd leaves out the whole Resiliency; of retries any such number means no end.",
    language: "yaml",
    wrong: breaker("maxRequests: -1"),
    right: breaker("maxRequests: 1"),
  },
  {
    code: "TP0658",
    severity: "warning",
    title: "One of daprd's own policies, which it does not let go of",
    pain: "Fewer than three retries are raised to three, and the policy for actors that are not found cannot be replaced.",
    language: "yaml",
    wrong: resiliencyYaml("retries:\n  DaprBuiltInServiceRetries: { maxRetries: 1 }", "apps: {}"),
    right: resiliencyYaml("retries:\n  DaprBuiltInServiceRetries: { maxRetries: 5 }", "apps: {}"),
  },
];
