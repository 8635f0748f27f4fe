import type { SchemaNode, ValueFormat } from "../schema-node.ts";

/** What a CRD leaves open, and where Dapr's sources settle it. */
export interface Refinement {
  /** Path in Dapr 1.18's sources that settles it. */
  readonly source: string;
  /** The fact for readers, in a few words. */
  readonly doc?: string;
  readonly enum?: readonly string[];
  readonly anyCase?: true;
  readonly format?: ValueFormat;
  /** Type in TypeScript, of manifest-values.ts. */
  readonly type?: string;
  /** Name of the generated interface. */
  readonly name?: string;
  readonly clusterRequired?: readonly string[];
  readonly exactlyOne?: SchemaNode["exactlyOne"];
  readonly atLeastOne?: SchemaNode["atLeastOne"];
  readonly selfHostedString?: true;
}

const access: Refinement = { source: "pkg/acl/acl.go", enum: ["allow", "deny"], anyCase: true };
const duration = (source: string, doc?: string): Refinement => ({
  source,
  format: "duration",
  type: "GoDuration",
  ...(doc === undefined ? {} : { doc }),
});
const span = (doc: string): Refinement => ({
  source: "kit config/decode.go",
  format: "duration-or-milliseconds",
  type: "GoDuration",
  doc,
});
const nameValue: Refinement = { source: "pkg/apis/common/namevalue.go", type: "NameValue" };
const dynamicValue: Refinement = { source: "pkg/apis/common/namevalue.go", type: "string" };
const verbs = ["*", "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"];
const retention = duration("pkg/config/configuration.go", "How long the state of such a workflow is kept.");

const component: Record<string, Refinement> = {
  "Component.spec": {
    source: "pkg/internal/loader/disk/disk.go",
    name: "ComponentManifestSpec",
    clusterRequired: ["metadata", "version"],
  },
  "Component.spec.metadata[]": nameValue,
  "Component.spec.initTimeout": {
    source: "pkg/runtime/processor/components.go",
    format: "duration",
    doc: "@default 5s",
  },
};

const configuration: Record<string, Refinement> = {
  "Configuration.spec.accessControl": { source: "pkg/acl/acl.go", doc: "Who may call this app. Lists callers." },
  "Configuration.spec.accessControl.defaultAction": { ...access, doc: "For callers without a policy." },
  "Configuration.spec.accessControl.policies[].defaultAction": { ...access, doc: "For operations without a rule." },
  "Configuration.spec.accessControl.policies[].operations[].action": access,
  "Configuration.spec.accessControl.policies[].operations[].httpVerb[]": { source: "pkg/acl/acl.go", enum: verbs },
  "Configuration.spec.accessControl.policies[].operations[].name": {
    source: "pkg/config/acl_trie.go",
    doc: "Path of the app; `*` stands for one segment, `**` for the rest.",
  },
  "Configuration.spec.api.allowed[].protocol": {
    source: "pkg/config/configuration.go",
    enum: ["http", "grpc"],
    anyCase: true,
  },
  "Configuration.spec.api.denied[].protocol": {
    source: "pkg/config/configuration.go",
    enum: ["http", "grpc"],
    anyCase: true,
  },
  "Configuration.spec.api.allowed[]": { source: "pkg/config/configuration.go", name: "ConfigurationApiRule" },
  "Configuration.spec.appHttpPipeline.handlers[]": {
    source: "pkg/config/configuration.go",
    name: "ConfigurationHandler",
  },
  "Configuration.spec.appHttpPipeline": {
    source: "pkg/runtime/runtime.go",
    name: "ConfigurationPipeline",
    doc: "Middleware of calls that arrive for the app.",
  },
  "Configuration.spec.httpPipeline": {
    source: "pkg/runtime/runtime.go",
    doc: "Middleware of calls that the app makes to its sidecar.",
  },
  "Configuration.spec.metric": { source: "pkg/config/configuration.go", name: "ConfigurationMetrics" },
  "Configuration.spec.metric.http": {
    source: "pkg/config/configuration.go",
    name: "ConfigurationHttpMetrics",
    doc: "Write `increasedCardinality` down: its default is to change.",
  },
  "Configuration.spec.metric.rules[]": { source: "pkg/config/configuration.go", name: "ConfigurationMetricRule" },
  "Configuration.spec.mtls": {
    source: "charts/dapr/crds/configuration.yaml",
    clusterRequired: ["controlPlaneTrustDomain", "sentryAddress"],
    doc: "Read of the control plane's `daprsystem` only.",
  },
  "Configuration.spec.mtls.allowedClockSkew": duration("pkg/sentry/config/config.go"),
  "Configuration.spec.mtls.workloadCertTTL": duration("pkg/sentry/config/config.go"),
  "Configuration.spec.mtls.tokenValidators[].options": { source: "pkg/config/configuration.go", type: "JsonObject" },
  "Configuration.spec.nameResolution.configuration": { source: "pkg/config/configuration.go", type: "JsonObject" },
  "Configuration.spec.secrets.scopes[].defaultAccess": { ...access, source: "pkg/config/configuration.go" },
  "Configuration.spec.tracing.samplingRate": {
    source: "pkg/diagnostics/utils/trace_utils.go",
    type: "Share",
    doc: "Share of the traces that are kept; anything that is no number means 0.0001.",
  },
  "Configuration.spec.tracing.otel.protocol": { source: "pkg/runtime/runtime.go", enum: ["http", "grpc"] },
  "Configuration.spec.tracing.otel.endpointAddress": {
    source: "pkg/runtime/runtime.go",
    doc: "Host and port, without a scheme.",
  },
  "Configuration.spec.tracing.otel.headers[]": { ...nameValue, selfHostedString: true },
  "Configuration.spec.tracing.otel.timeout": duration("pkg/config/configuration.go"),
  "Configuration.spec.workflow.stateRetentionPolicy.anyTerminal": retention,
  "Configuration.spec.workflow.stateRetentionPolicy.completed": retention,
  "Configuration.spec.workflow.stateRetentionPolicy.failed": retention,
  "Configuration.spec.workflow.stateRetentionPolicy.terminated": retention,
  "Configuration.spec.workflow.workflowConcurrencyLimits[]": {
    source: "pkg/config/configuration.go",
    name: "ConfigurationConcurrencyLimit",
  },
  "Configuration.spec.workflow.activityConcurrencyLimits[]": {
    source: "pkg/config/configuration.go",
    name: "ConfigurationConcurrencyLimit",
  },
};

const resiliency: Record<string, Refinement> = {
  "Resiliency.spec.policies.retries{}": { source: "pkg/apis/resiliency/v1alpha1/types.go", name: "ResiliencyRetry" },
  "Resiliency.spec.policies.retries{}.matching": {
    source: "pkg/apis/resiliency/v1alpha1/types.go",
    name: "ResiliencyRetryMatching",
  },
  "Resiliency.spec.policies.circuitBreakers{}": {
    source: "pkg/apis/resiliency/v1alpha1/types.go",
    name: "ResiliencyCircuitBreaker",
  },
  "Resiliency.spec.targets.apps{}": { source: "pkg/apis/resiliency/v1alpha1/types.go", name: "ResiliencyAppTarget" },
  "Resiliency.spec.targets.actors{}": {
    source: "pkg/apis/resiliency/v1alpha1/types.go",
    name: "ResiliencyActorTarget",
  },
  "Resiliency.spec.targets.components{}": {
    source: "pkg/apis/resiliency/v1alpha1/types.go",
    name: "ResiliencyComponentTarget",
  },
  "Resiliency.spec.policies.timeouts{}": span("A span as a string."),
  "Resiliency.spec.policies.retries{}.policy": {
    source: "kit retry/retry.go",
    enum: ["constant", "exponential"],
    anyCase: true,
    doc: "Exponential starts at 500ms and grows by 1.5, with jitter; neither can be changed. @default constant",
  },
  "Resiliency.spec.policies.retries{}.duration": span("Pause of the constant policy. @default 5s"),
  "Resiliency.spec.policies.retries{}.maxInterval": span("Longest pause of the exponential policy. @default 60s"),
  "Resiliency.spec.policies.retries{}.maxRetries": {
    source: "kit retry/retry.go",
    doc: "Tries after the first one; -1 for no end. @default -1",
  },
  "Resiliency.spec.policies.retries{}.matching.httpStatusCodes": {
    source: "pkg/resiliency/retry.go",
    doc: "Codes and ranges to retry: `429,500-599`. @default all",
  },
  "Resiliency.spec.policies.retries{}.matching.gRPCStatusCodes": {
    source: "pkg/resiliency/retry.go",
    doc: "Codes and ranges to retry: `1-3,14`. @default all",
  },
  "Resiliency.spec.policies.circuitBreakers{}.interval": span("When counts start anew; 0s for never. @default 0s"),
  "Resiliency.spec.policies.circuitBreakers{}.timeout": span("How long it stays open. @default 60s"),
  "Resiliency.spec.policies.circuitBreakers{}.trip": {
    source: "pkg/resiliency/breaker/circuitbreaker.go",
    doc: "CEL over requests, totalFailures, consecutiveFailures … @default consecutiveFailures > 5",
  },
  "Resiliency.spec.targets.actors{}.circuitBreakerScope": {
    source: "pkg/resiliency/resiliency.go",
    enum: ["type", "id", "both"],
    doc: "Required with a circuit breaker.",
  },
  "Resiliency.spec.targets.components{}.inbound": {
    source: "pkg/apis/resiliency/v1alpha1/types.go",
    name: "ResiliencyPolicyNames",
  },
};

const others: Record<string, Refinement> = {
  "HTTPEndpoint.spec.headers[]": nameValue,
  "HTTPEndpoint.spec.clientTLS.certificate": { source: "pkg/apis/common/tls.go", name: "HTTPEndpointTLSDocument" },
  "HTTPEndpoint.spec.clientTLS.certificate.value": dynamicValue,
  "HTTPEndpoint.spec.clientTLS.privateKey.value": dynamicValue,
  "HTTPEndpoint.spec.clientTLS.rootCA.value": dynamicValue,
  "MCPServer.spec.endpoint": {
    source: "charts/dapr/crds/mcpservers.yaml",
    exactlyOne: ["streamableHTTP", "sse", "stdio"],
    doc: "Exactly one transport.",
  },
  "MCPServer.spec.endpoint.sse": { source: "charts/dapr/crds/mcpservers.yaml", name: "MCPServerHTTPTransport" },
  "MCPServer.spec.endpoint.sse.auth": { source: "charts/dapr/crds/mcpservers.yaml", name: "MCPServerAuth" },
  "MCPServer.spec.endpoint.sse.auth.oauth2": { source: "charts/dapr/crds/mcpservers.yaml", name: "MCPServerOAuth2" },
  "MCPServer.spec.endpoint.sse.headers[]": nameValue,
  "MCPServer.spec.endpoint.streamableHTTP.headers[]": nameValue,
  "MCPServer.spec.endpoint.stdio": {
    source: "pkg/internal/loader/validate/mcpserver.go",
    doc: "Not on Kubernetes: daprd refuses to start.",
  },
  "MCPServer.spec.endpoint.stdio.env[]": nameValue,
  "MCPServer.spec.endpoint.sse.timeout": duration("pkg/apis/mcpserver/v1alpha1/types.go"),
  "MCPServer.spec.endpoint.streamableHTTP.timeout": duration("pkg/apis/mcpserver/v1alpha1/types.go"),
  "MCPServer.spec.middleware.afterCallTool[]": {
    source: "pkg/apis/mcpserver/v1alpha1/types.go",
    name: "MCPServerMutatingHook",
  },
  "MCPServer.spec.middleware.beforeListTools[]": {
    source: "pkg/apis/mcpserver/v1alpha1/types.go",
    name: "MCPServerHook",
  },
  "MCPServer.spec.middleware.afterCallTool[].workflow": {
    source: "pkg/apis/mcpserver/v1alpha1/types.go",
    name: "MCPServerHookWorkflow",
  },
  "WorkflowAccessPolicy.spec.rules[]": {
    source: "charts/dapr/crds/workflowaccesspolicy.yaml",
    atLeastOne: ["workflows", "activities"],
  },
  "Subscription.spec.routes": {
    source: "pkg/runtime/processor/subscriptions.go",
    doc: "Rules are tried in their order, the default last; an event that nothing matches is dropped.",
  },
  "Subscription.spec.routes.rules[].match": {
    source: "pkg/runtime/pubsub/subscriptions.go",
    doc: 'CEL over `event`, the CloudEvent: `event.type == "created"`.',
  },
  "Subscription.spec.bulkSubscribe.maxMessagesCount": {
    source: "pkg/runtime/pubsub/default_bulksub.go",
    doc: "@default 100, for brokers without bulk of their own",
  },
  "Subscription.spec.bulkSubscribe.maxAwaitDurationMs": {
    source: "pkg/runtime/pubsub/default_bulksub.go",
    doc: "@default 1000, for brokers without bulk of their own",
  },
};

/** The refinements by path; `[]` is any item of a list, `{}` any value of a map. */
export const overlay: Readonly<Record<string, Refinement>> = {
  ...component,
  ...configuration,
  ...resiliency,
  ...others,
};
