import { describe, expect, test } from "vitest";
import { problemsOf, type Row } from "./table.ts";

const rows: readonly Row[] = [
  ["nothing at all", "{}"],
  ["everything twice", "spec: {}", "error TP0602 spec.spec"],
  ["retries in the wrong kind", "serviceInvocation: { retryPolicy: {} }", "error TP0602 spec.serviceInvocation"],
  [
    "pauses that no kind can set",
    "serviceInvocation: { retryPolicy: { threshold: 3, backoff: { initialInterval: 200ms, maxInterval: 15s, multiplier: 2 } } }",
    "error TP0602 spec.serviceInvocation",
    "error TP0602 spec.serviceInvocation.retryPolicy.backoff.initialInterval",
    "error TP0602 spec.serviceInvocation.retryPolicy.backoff.multiplier",
  ],
  ["a timeout in the wrong kind", "timeout: 5s", "error TP0602 spec.timeout"],
  ["a rate that is a word", "tracing: { samplingRate: all, stdout: true }", "error TP0620 spec.tracing.samplingRate"],
  ["a rate above one", "tracing: { samplingRate: '2', stdout: true }", "error TP0620 spec.tracing.samplingRate"],
  ["a blank rate", "tracing: { samplingRate: ' ', stdout: true }", "error TP0620 spec.tracing.samplingRate"],
  ["a rate in exponents", "tracing: { samplingRate: '1e-4', stdout: true }"],
  ["traces for nobody", "tracing: { samplingRate: '1' }", "warning TP0621 spec.tracing"],
  ["no traces for nobody", "tracing: { samplingRate: '0' }"],
  [
    "an OpenTelemetry protocol that does not exist",
    "tracing: { samplingRate: '1', otel: { endpointAddress: 'a:1', isSecure: false, protocol: tcp } }",
    "error TP0605 spec.tracing.otel.protocol",
  ],
  [
    "a secret in a header of traces",
    "tracing: { samplingRate: '1', otel: { endpointAddress: 'a:1', isSecure: true, protocol: http, headers: [{ name: api-key, value: x }] } }",
    "warning TP0661 spec.tracing.otel.headers[0].value",
  ],
  [
    "headers as daprd takes them outside of a cluster",
    "tracing: { samplingRate: '1', otel: { endpointAddress: 'a:1', isSecure: true, protocol: http, headers: ['a=b'] } }",
    "warning TP0609 spec.tracing.otel.headers[0]",
  ],
  [
    "a policy without trust domain and namespace",
    "accessControl: { defaultAction: deny, policies: [{ appId: a }] }",
    "error TP0623 spec.accessControl.policies[0].trustDomain",
    "error TP0623 spec.accessControl.policies[0].namespace",
  ],
  [
    "two policies for one caller",
    "accessControl: { defaultAction: deny, policies: [{ appId: a, trustDomain: t, namespace: n }, { appId: a, trustDomain: t, namespace: n }] }",
    "error TP0625 spec.accessControl.policies[1]",
  ],
  [
    "one caller in two namespaces",
    "accessControl: { defaultAction: deny, policies: [{ appId: a, trustDomain: t, namespace: n }, { appId: a, trustDomain: t, namespace: m }] }",
  ],
  [
    "two rules for one operation, with and without the slash",
    "accessControl: { defaultAction: deny, policies: [{ appId: a, trustDomain: t, namespace: n, operations: [{ name: /x, action: allow }, { name: x, action: deny }] }] }",
    "error TP0625 spec.accessControl.policies[0].operations[1]",
  ],
  [
    "a verb in small letters",
    "accessControl: { defaultAction: deny, policies: [{ appId: a, trustDomain: t, namespace: n, operations: [{ name: /x, httpVerb: [get], action: allow }] }] }",
    "error TP0605 spec.accessControl.policies[0].operations[0].httpVerb[0]",
  ],
  ["an action in capitals", "accessControl: { defaultAction: DENY }"],
  ["no default action", "accessControl: { policies: [] }", "warning TP0624 spec.accessControl.defaultAction"],
  [
    "mTLS in an app's Configuration, and off",
    "mtls: { enabled: false, controlPlaneTrustDomain: a, sentryAddress: b }",
    "warning TP0626 spec.mtls",
    "warning TP0627 spec.mtls.enabled",
  ],
  [
    "middleware that nobody has",
    "httpPipeline: { handlers: [{ name: a, type: middleware.http.validator }] }",
    "error TP0628 spec.httpPipeline.handlers[0].type",
  ],
  [
    "middleware that somebody may have built",
    "appHttpPipeline: { handlers: [{ name: a, type: middleware.http.geofence }] }",
    "warning TP0628 spec.appHttpPipeline.handlers[0].type",
  ],
  [
    "metadata of a handler",
    "httpPipeline: { handlers: [{ name: a, type: middleware.http.ratelimit, metadata: [] }] }",
    "error TP0602 spec.httpPipeline.handlers[0].metadata",
  ],
  [
    "a feature that does not exist",
    "features: [{ name: Feature1, enabled: true }]",
    "warning TP0629 spec.features[0].name",
  ],
  [
    "a feature twice",
    "features: [{ name: HotReload, enabled: true }, { name: HotReload, enabled: false }]",
    "warning TP0612 spec.features[1]",
  ],
  [
    "a metric rule with a description and without labels",
    "metric: { enabled: true, rules: [{ name: a, description: b }] }",
    "error TP0602 spec.metric.rules[0].description",
    "error TP0604 spec.metric.rules[0].labels",
  ],
  [
    "a store with two scopes",
    "secrets: { scopes: [{ storeName: a }, { storeName: a }] }",
    "error TP0625 spec.secrets.scopes[1].storeName",
  ],
  [
    "denied secrets under a denied store",
    "secrets: { scopes: [{ storeName: a, defaultAccess: deny, deniedSecrets: [b] }] }",
    "warning TP0632 spec.secrets.scopes[0].deniedSecrets",
  ],
  [
    "an API that does not exist",
    "api: { denied: [{ name: actor, version: v1 }] }",
    "warning TP0633 spec.api.denied[0].name",
  ],
  ["an API version in its other form", "api: { denied: [{ name: actors, version: v1.0-alpha1 }] }"],
  [
    "a limit without a name",
    "workflow: { workflowConcurrencyLimits: [{ maxConcurrent: 3 }] }",
    "warning TP0636 spec.workflow.workflowConcurrencyLimits[0].name",
  ],
  [
    "a retention that is no span",
    "workflow: { stateRetentionPolicy: { anyTerminal: 7d } }",
    "error TP0606 spec.workflow.stateRetentionPolicy.anyTerminal",
  ],
  [
    "placeholders of a template",
    "tracing: { samplingRate: <RATE>, stdout: true }\nmetrics: { enabled: <TRUE-OR-FALSE> }",
  ],
];

describe("a Configuration", () => {
  test.each(rows)("with %s", (_, spec, ...problems) => {
    expect(problemsOf("Configuration", spec)).toEqual(problems);
  });

  test.each([
    ["1.16", "error TP0608 spec.workflow.stateRetentionPolicy"],
    ["1.17", undefined],
    ["1.18", undefined],
  ] as const)("with a field of Dapr 1.17 under %s", (dapr, problem) => {
    const spec = "workflow: { stateRetentionPolicy: { completed: 24h } }";
    expect(problemsOf("Configuration", spec, dapr)).toEqual(problem === undefined ? [] : [problem]);
  });

  test.each([
    ["1.16", "WorkflowHistorySigning", "error TP0608 spec.features[0].name"],
    ["1.18", "WorkflowHistorySigning", undefined],
    ["1.16", "SchedulerReminders", undefined],
    ["1.17", "SchedulerReminders", "warning TP0629 spec.features[0].name"],
  ] as const)("under Dapr %s with the feature %s", (dapr, name, problem) => {
    const found = problemsOf("Configuration", `features: [{ name: ${name}, enabled: true }]`, dapr);
    expect(found).toEqual(problem === undefined ? [] : [problem]);
  });
});
