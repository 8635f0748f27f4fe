import { describe, expect, test } from "vitest";
import { checkManifest } from "../../../../infra/model/dapr/kinds/check-manifest.ts";
import { problemsOf, type Row } from "./table.ts";

const retry = (fields: string): string =>
  `policies: { retries: { a: { ${fields} } } }\ntargets: { apps: { x: { retry: a } } }`;
const breaker = (fields: string): string =>
  `policies: { circuitBreakers: { a: { ${fields} } } }\ntargets: { components: { x: { outbound: { circuitBreaker: a } } } }`;
const at = "spec.policies.retries.a";

const rows: readonly Row[] = [
  ["no targets", "policies: {}", "error TP0604 spec.targets"],
  ["a first pause", retry("policy: exponential, initialInterval: 200ms"), `error TP0602 ${at}.initialInterval`],
  ["a multiplier", retry("policy: exponential, multiplier: 2"), `error TP0602 ${at}.multiplier`],
  ["a policy that does not exist", retry("policy: linear"), `error TP0605 ${at}.policy`],
  ["a policy in capitals", retry("policy: Exponential, maxInterval: 5s")],
  ["a pause in milliseconds", retry("policy: constant, duration: '500'")],
  ["a pause in days", retry("policy: constant, duration: 1d"), `error TP0606 ${at}.duration`],
  ["retries as text", retry("maxRetries: '3'"), `error TP0603 ${at}.maxRetries`],
  ["fewer retries than none", retry("maxRetries: -2"), `warning TP0657 ${at}.maxRetries`],
  [
    "codes with blanks",
    retry("matching: { httpStatusCodes: '429, 500' }"),
    `error TP0652 ${at}.matching.httpStatusCodes`,
  ],
  ["codes out of range", retry("matching: { httpStatusCodes: '600' }"), `error TP0652 ${at}.matching.httpStatusCodes`],
  ["a range upside down", retry("matching: { gRPCStatusCodes: '5-3' }"), `error TP0652 ${at}.matching.gRPCStatusCodes`],
  ["an empty entry of codes", retry("matching: { gRPCStatusCodes: '1,,3-5' }")],
  [
    "a timeout as a map",
    "policies: { timeouts: { a: { general: 5s } } }\ntargets: { apps: { x: { timeout: a } } }",
    "error TP0603 spec.policies.timeouts.a",
  ],
  [
    "an expression that is none",
    breaker("trip: consecutiveFailures >"),
    "error TP0641 spec.policies.circuitBreakers.a.trip",
  ],
  ["a count that does not exist", breaker("trip: failures > 3"), "error TP0642 spec.policies.circuitBreakers.a.trip"],
  ["every count", breaker("trip: requests > 1 && totalFailures > 2 || totalSuccesses < consecutiveSuccesses")],
  [
    "a target with a mistyped policy",
    "policies: { timeouts: { general: 5s } }\ntargets: { apps: { x: { timeout: genral } } }",
    "error TP0650 spec.targets.apps.x.timeout",
  ],
  [
    "a policy of another Resiliency",
    "policies: {}\ntargets: { apps: { x: { retry: shared } } }",
    "warning TP0650 spec.targets.apps.x.retry",
  ],
  ["one of daprd's own policies", "policies: {}\ntargets: { apps: { x: { retry: DaprBuiltInServiceRetries } } }"],
  [
    "a default policy",
    "policies: { retries: { DefaultPubsubComponentInboundRetryPolicy: { maxRetries: 3 } } }\ntargets: {}",
  ],
  [
    "a default policy under a wrong name",
    "policies: { retries: { DefaultPubSubInboundRetryPolicy: { maxRetries: 3 } } }\ntargets: {}",
    "warning TP0651 spec.policies.retries.DefaultPubSubInboundRetryPolicy",
  ],
  [
    "actors without a scope",
    "policies: { circuitBreakers: { a: {} } }\ntargets: { actors: { x: { circuitBreaker: a } } }",
    "error TP0656 spec.targets.actors.x.circuitBreakerScope",
  ],
  [
    "a name with a dot",
    "policies: { timeouts: { a: 5s } }\ntargets: { apps: { x.y: { timeout: a, circuitBreakerCacheSize: -1 } } }",
    'error TP0657 spec.targets.apps["x.y"].circuitBreakerCacheSize',
  ],
];

describe("a Resiliency", () => {
  test.each(rows)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("Resiliency", spec)).toEqual(problems);
  });

  test("whose exponential policy is given a first pause is told why it cannot have one", () => {
    const [problem] = checkManifest(
      {
        apiVersion: "dapr.io/v1alpha1",
        kind: "Resiliency",
        metadata: { name: "one" },
        spec: { policies: { retries: { a: { initialInterval: "200ms" } } }, targets: { apps: { x: { retry: "a" } } } },
      },
      "",
    );
    expect(problem?.remedy).toContain("starts at 500ms and grows by 1.5 with jitter");
  });
});
