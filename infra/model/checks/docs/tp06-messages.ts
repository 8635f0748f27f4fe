import type { CheckDoc } from "./check-doc.ts";
import { daprYaml, resiliencyYaml, subscriptionYaml } from "./manifest-yaml.ts";

const rule = (match: string): string =>
  subscriptionYaml(`routes:\n  rules: [{ match: '${match}', path: /paid }]\n  default: /orders`);

const endpoint = (url: string, tail = ""): string =>
  daprYaml("HTTPEndpoint", "weather", `spec:\n  baseUrl: ${url}${tail}\nscopes: [shop]`);

const policyRule = "rules: [{ callers: [{ appID: cart }], workflows: [{ name: pay, operations: [schedule] }] }]";

/** What a Subscription, an HTTPEndpoint, an MCPServer and a WorkflowAccessPolicy mean. */
export const tp06Messages: readonly CheckDoc[] = [
  {
    code: "TP0640",
    severity: "error",
    title: "A Subscription without a route",
    pain: "The events are taken from the broker and reach nobody.",
    language: "yaml",
    wrong: subscriptionYaml("routes: {}"),
    right: subscriptionYaml("routes: { default: /orders }"),
  },
  {
    code: "TP0641",
    severity: "error",
    title: "A condition that is no CEL expression",
    pain: "daprd ends when it loads the Subscription, or leaves out the whole Resiliency.",
    language: "yaml",
    wrong: rule('event.type = "paid"'),
    right: rule('event.type == "paid"'),
  },
  {
    code: "TP0642",
    severity: "error",
    title: "A name that a condition does not know",
    pain: "An unknown variable fails at every event; at an unknown function daprd 1.18 compiles for ever and never starts.",
    language: "yaml",
    wrong: rule('event.type.startwith("pa")'),
    right: rule('event.type.startsWith("pa")'),
  },
  {
    code: "TP0643",
    severity: "error",
    title: "A route that is no path",
    pain: "The app gets a path that it does not know, and answers 404: Dapr drops the event.",
    language: "yaml",
    wrong: subscriptionYaml("routes: { default: http://shop/orders }"),
    right: subscriptionYaml("routes: { default: /orders }"),
  },
  {
    code: "TP0644",
    severity: "warning",
    title: "Limits of bulk delivery that do nothing",
    pain: "Below zero the default holds, and with bulk delivery off none of them does anything.",
    language: "yaml",
    wrong: subscriptionYaml("routes: { default: /orders }\nbulkSubscribe: { enabled: true, maxMessagesCount: -1 }"),
    right: subscriptionYaml("routes: { default: /orders }\nbulkSubscribe: { enabled: true, maxMessagesCount: 50 }"),
  },
  {
    code: "TP0645",
    severity: "warning",
    title: "A rule that no event reaches",
    pain: "The first rule that matches gets the event; the handler behind the other is dead code.",
    language: "yaml",
    wrong: subscriptionYaml(
      "routes:\n  rules:\n    - { match: 'event.type == \"paid\"', path: /paid }\n    - { match: 'event.type == \"paid\"', path: /ship }\n  default: /orders",
    ),
    right: rule('event.type == "paid"'),
  },
  {
    code: "TP0646",
    severity: "error",
    title: "A dead-letter topic that is the topic itself",
    pain: "An event that cannot be handled goes round for ever, and fills the broker.",
    language: "yaml",
    wrong: subscriptionYaml("routes: { default: /orders }\ndeadLetterTopic: orders"),
    right: subscriptionYaml("routes: { default: /orders }\ndeadLetterTopic: orders-dead"),
  },
  {
    code: "TP0660",
    severity: "error",
    title: "An address that is no http URL",
    pain: "Every call fails at run time; of an MCPServer on Kubernetes, daprd ends.",
    language: "yaml",
    wrong: endpoint("weather.example.com"),
    right: endpoint("https://weather.example.com"),
  },
  {
    code: "TP0661",
    severity: "warning",
    title: "A secret in the manifest",
    pain: "It is in the repository, in the state and in every answer of the API server.",
    language: "yaml",
    wrong: endpoint(
      "https://weather.example.com",
      "\n  headers: [{ name: Authorization, value: Bearer 3f8a }]\nauth: { secretStore: kubernetes }",
    ),
    right: endpoint(
      "https://weather.example.com",
      "\n  headers: [{ name: Authorization, secretKeyRef: { name: weather, key: authorization } }]\nauth: { secretStore: kubernetes }",
    ),
  },
  {
    code: "TP0665",
    severity: "warning",
    title: "An MCP server as a program of the sidecar",
    pain: "On Kubernetes daprd ends when it loads it.",
    language: "yaml",
    wrong: daprYaml("MCPServer", "tools", "spec:\n  endpoint: { stdio: { command: /bin/tools } }"),
    right: daprYaml("MCPServer", "tools", "spec:\n  endpoint: { streamableHTTP: { url: http://tools:8080/mcp } }"),
  },
  {
    code: "TP0666",
    severity: "warning",
    title: "Two ways to authenticate to an MCP server",
    pain: "Both write the same header; which one wins is not said anywhere.",
    language: "yaml",
    wrong: daprYaml(
      "MCPServer",
      "tools",
      "spec:\n  endpoint:\n    streamableHTTP:\n      url: http://tools:8080/mcp\n      auth:\n        oauth2: { issuer: https://login.example.com/token }\n        spiffe: { jwt: { header: Authorization, audience: tools } }",
    ),
    right: daprYaml(
      "MCPServer",
      "tools",
      "spec:\n  endpoint:\n    streamableHTTP:\n      url: http://tools:8080/mcp\n      auth: { spiffe: { jwt: { header: Authorization, audience: tools } } }",
    ),
  },
  {
    code: "TP0670",
    severity: "warning",
    title: "A workflow policy without rules",
    pain: "It shuts out every caller of the apps in its scopes.",
    language: "yaml",
    wrong: daprYaml("WorkflowAccessPolicy", "payments", "spec: { rules: [] }\nscopes: [shop]"),
    right: daprYaml("WorkflowAccessPolicy", "payments", `spec:\n  ${policyRule}\nscopes: [shop]`),
  },
  {
    code: "TP0650",
    severity: "error",
    title: "A target that names a policy which does not exist",
    pain: "The target silently goes without: no retry, no timeout.",
    language: "yaml",
    wrong: resiliencyYaml("timeouts: { general: 5s }", "apps: { shop: { timeout: generel } }"),
    right: resiliencyYaml("timeouts: { general: 5s }", "apps: { shop: { timeout: general } }"),
  },
];
