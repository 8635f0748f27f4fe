import type { CheckDoc } from "./check-doc.ts";
import { configurationYaml } from "./manifest-yaml.ts";

const policy = (fields: string): string =>
  `accessControl:\n  defaultAction: deny\n  trustDomain: shop\n  policies:\n    - { appId: cart, ${fields}defaultAction: allow }`;

/** What a Configuration means. */
export const tp06Configuration: readonly CheckDoc[] = [
  {
    code: "TP0620",
    severity: "error",
    title: "A sampling rate that is no share",
    pain: "What is no number silently becomes one in ten thousand; 100 keeps no more than 1 does.",
    language: "yaml",
    wrong: configurationYaml('tracing:\n  samplingRate: "100%"\n  stdout: true'),
    right: configurationYaml('tracing:\n  samplingRate: "1"\n  stdout: true'),
  },
  {
    code: "TP0621",
    severity: "warning",
    title: "Traces that go nowhere",
    pain: "Every call is measured, and nobody can look at it.",
    language: "yaml",
    wrong: configurationYaml('tracing: { samplingRate: "1" }'),
    right: configurationYaml(
      'tracing:\n  samplingRate: "1"\n  zipkin: { endpointAddress: http://zipkin:9411/api/v2/spans }',
    ),
  },
  {
    code: "TP0623",
    severity: "error",
    title: "An access policy without trust domain or namespace",
    pain: "daprd does not start: every pod under the Configuration crash-loops.",
    language: "yaml",
    wrong: configurationYaml(policy("namespace: shop, ")),
    right: configurationYaml(policy("trustDomain: shop, namespace: shop, ")),
  },
  {
    code: "TP0624",
    severity: "warning",
    title: "Access control without a default",
    pain: "Whether a stranger gets in depends on whether there is a policy, which nobody sees when the last one is removed.",
    language: "yaml",
    wrong: configurationYaml("accessControl: { trustDomain: shop }"),
    right: configurationYaml("accessControl: { trustDomain: shop, defaultAction: deny }"),
  },
  {
    code: "TP0625",
    severity: "error",
    title: "Two rules for the same caller, operation or secret store",
    pain: "Of two policies only the last holds, of two operations only the first; two scopes of a store stop daprd.",
    language: "yaml",
    wrong: configurationYaml(
      "secrets:\n  scopes:\n    - { storeName: vault, defaultAccess: deny }\n    - { storeName: vault, allowedSecrets: [db] }",
    ),
    right: configurationYaml(
      "secrets:\n  scopes:\n    - { storeName: vault, defaultAccess: deny, allowedSecrets: [db] }",
    ),
  },
  {
    code: "TP0626",
    severity: "warning",
    title: "mTLS in an app's Configuration",
    pain: "It has no effect there, so what it says is not so.",
    language: "yaml",
    wrong: configurationYaml(
      "mtls: { enabled: true, workloadCertTTL: 24h, controlPlaneTrustDomain: shop, sentryAddress: sentry:443 }",
    ),
    right: configurationYaml('tracing: { samplingRate: "0" }'),
  },
  {
    code: "TP0627",
    severity: "warning",
    title: "mTLS switched off",
    pain: "Sidecars talk in clear text, and access control cannot tell one caller from another.",
    language: "yaml",
    wrong: configurationYaml(
      "mtls: { enabled: false, controlPlaneTrustDomain: shop, sentryAddress: sentry:443 }",
      "daprsystem",
    ),
    right: configurationYaml(
      "mtls: { enabled: true, controlPlaneTrustDomain: shop, sentryAddress: sentry:443 }",
      "daprsystem",
    ),
  },
  {
    code: "TP0628",
    severity: "error",
    title: "Middleware that daprd does not have",
    pain: "No component of that type can be loaded, and daprd passes over a handler without one: calls go through unguarded.",
    language: "yaml",
    wrong: configurationYaml("httpPipeline:\n  handlers: [{ name: breaker, type: middleware.http.circuitbreaker }]"),
    right: configurationYaml("httpPipeline:\n  handlers: [{ name: upper, type: middleware.http.uppercase }]"),
  },
  {
    code: "TP0629",
    severity: "warning",
    title: "A feature that the release does not have",
    pain: "Any name is taken, and an unknown one does nothing.",
    language: "yaml",
    wrong: configurationYaml("features: [{ name: HotReloading, enabled: false }]"),
    right: configurationYaml("features: [{ name: HotReload, enabled: false }]"),
  },
  {
    code: "TP0630",
    severity: "warning",
    title: "Metrics under both names",
    pain: "metrics wins field by field, so a change under metric may change nothing.",
    language: "yaml",
    wrong: configurationYaml("metric: { enabled: false }\nmetrics: { enabled: true }"),
    right: configurationYaml("metrics: { enabled: true }"),
  },
  {
    code: "TP0631",
    severity: "warning",
    title: "A metric rule without labels",
    pain: "It changes nothing: the cardinality that it should bound stays.",
    language: "yaml",
    wrong: configurationYaml(
      "metrics: { enabled: true, rules: [{ name: dapr_http_server_request_count, labels: [] }] }",
    ),
    right: configurationYaml("metrics: { enabled: true, http: { increasedCardinality: false } }"),
  },
  {
    code: "TP0632",
    severity: "warning",
    title: "Denied secrets that are not looked at",
    pain: "Beside allowedSecrets the list has no effect, and reads as if it had.",
    language: "yaml",
    wrong: configurationYaml(
      "secrets: { scopes: [{ storeName: vault, allowedSecrets: [db], deniedSecrets: [root] }] }",
    ),
    right: configurationYaml("secrets: { scopes: [{ storeName: vault, defaultAccess: deny, allowedSecrets: [db] }] }"),
  },
  {
    code: "TP0633",
    severity: "warning",
    title: "A part of the API that does not exist",
    pain: "A list of allowed parts shuts every other one: a mistyped name shuts the part that it should open.",
    language: "yaml",
    wrong: configurationYaml("api: { allowed: [{ name: states, version: v1, protocol: http }] }"),
    right: configurationYaml("api: { allowed: [{ name: state, version: v1, protocol: http }] }"),
  },
  {
    code: "TP0634",
    severity: "warning",
    title: "A name resolution that daprd does not have",
    pain: "daprd logs an error and goes on without: it finds no other app.",
    language: "yaml",
    wrong: configurationYaml("nameResolution: { component: kubernets, version: v1, configuration: {} }"),
    right: configurationYaml("nameResolution: { component: kubernetes, version: v1, configuration: {} }"),
  },
  {
    code: "TP0635",
    severity: "warning",
    title: "Options of logs that are off",
    pain: "What they hide or leave out is not logged in the first place.",
    language: "yaml",
    wrong: configurationYaml("logging: { apiLogging: { enabled: false, obfuscateURLs: true } }"),
    right: configurationYaml("logging: { apiLogging: { enabled: true, obfuscateURLs: true } }"),
  },
  {
    code: "TP0636",
    severity: "warning",
    title: "A limit of workflows that limits nothing",
    pain: "Zero reads like none at all and means without end.",
    language: "yaml",
    wrong: configurationYaml("workflow: { maxConcurrentWorkflowInvocations: 0 }"),
    right: configurationYaml("workflow: { maxConcurrentWorkflowInvocations: 50 }"),
  },
  {
    code: "TP0637",
    severity: "error",
    title: "An access rule below another one",
    pain: "daprd stops at the first rule on its way down a path, so the rule above decides, and calls that only the lower one allows get 403.",
    language: "yaml",
    wrong: configurationYaml(
      "accessControl:\n  defaultAction: deny\n  trustDomain: shop\n  policies:\n    - appId: cart\n      defaultAction: deny\n      trustDomain: shop\n      namespace: shop\n      operations:\n        - { name: /orders, httpVerb: [GET], action: allow }\n        - { name: /orders/**, httpVerb: [POST], action: allow }",
    ),
    right: configurationYaml(
      "accessControl:\n  defaultAction: deny\n  trustDomain: shop\n  policies:\n    - appId: cart\n      defaultAction: deny\n      trustDomain: shop\n      namespace: shop\n      operations:\n        - { name: /orders/**, httpVerb: [GET, POST], action: allow }",
    ),
  },
];
