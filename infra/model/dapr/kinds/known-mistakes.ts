/** A field that people write although it does not exist, and what they mean. */
export interface KnownMistake {
  /** The whole remedy. */
  readonly remedy: string;
  /** The required field that it stands for, so that it is not reported as missing as well. */
  readonly standsFor?: string;
}

const resilience: KnownMistake = {
  remedy: "Retries, timeouts and circuit breakers are a resource of their own: kind Resiliency, targets.apps.<app id>.",
};
/** Why the pauses of the exponential policy cannot be set. */
export const fixedBackoff: KnownMistake = {
  remedy:
    "The exponential policy starts at 500ms and grows by 1.5 with jitter; neither can be set. Bound it by maxInterval " +
    "and maxRetries, or use policy: constant with duration.",
};
const topLevelScopes: KnownMistake = { remedy: "Move scopes to the top level of the document, beside spec." };
const handlerMetadata: KnownMistake = {
  remedy:
    "A handler only names a Component of type middleware.http.*; the settings are that Component's spec.metadata.",
};
const policies = (field: string): KnownMistake => ({ remedy: `Move it to spec.policies.${field}.` });
const topLevelAuth: KnownMistake = { remedy: "Name the secret store at the top level: auth.secretStore, beside spec." };

/**
 * The known mistakes by path; `[]` is any item of a list, `{}` any value of a map.
 * Sources: dapr charts/dapr/crds, kit retry/retry.go (the backoff), pkg/apis/configuration/v1alpha1/types.go.
 */
export const knownMistakes: Readonly<Record<string, KnownMistake>> = {
  "Subscription.spec.route": { remedy: "Write routes.default instead of route.", standsFor: "routes" },
  "Subscription.spec.rules": { remedy: "Move the rules to routes.rules.", standsFor: "routes" },
  "Subscription.spec.pubsub": { remedy: "Write pubsubname.", standsFor: "pubsubname" },
  "Subscription.spec.deadLetter": { remedy: "Write deadLetterTopic with the name of the topic." },
  "Component.spec.scopes": topLevelScopes,
  "Subscription.spec.scopes": topLevelScopes,
  "Resiliency.spec.scopes": topLevelScopes,
  "HTTPEndpoint.spec.scopes": topLevelScopes,
  "MCPServer.spec.scopes": topLevelScopes,
  "WorkflowAccessPolicy.spec.scopes": topLevelScopes,
  "Component.spec.auth": topLevelAuth,
  "Component.spec.secretStore": topLevelAuth,
  "HTTPEndpoint.spec.auth": topLevelAuth,
  "Configuration.scopes": { remedy: "A Configuration has no scopes: a pod names it by the annotation dapr.io/config." },
  "Configuration.spec.scopes": {
    remedy: "A Configuration has no scopes: a pod names it by the annotation dapr.io/config.",
  },
  "Configuration.spec.spec": { remedy: "spec stands twice: move its fields one level up." },
  "Configuration.spec.serviceInvocation": resilience,
  "Configuration.spec.retryPolicy": resilience,
  "Configuration.spec.retries": resilience,
  "Configuration.spec.timeout": resilience,
  "Configuration.spec.timeouts": resilience,
  "Configuration.spec.circuitBreaker": resilience,
  "Configuration.spec.circuitBreakers": resilience,
  "Configuration.spec.resiliency": resilience,
  "Configuration.spec.httpPipeline.handlers[].metadata": handlerMetadata,
  "Configuration.spec.appHttpPipeline.handlers[].metadata": handlerMetadata,
  "Configuration.spec.metric.rules[].description": { remedy: "Remove it: a rule has a name and labels." },
  "Configuration.spec.metrics.rules[].description": { remedy: "Remove it: a rule has a name and labels." },
  "Resiliency.spec.timeouts": policies("timeouts"),
  "Resiliency.spec.retries": policies("retries"),
  "Resiliency.spec.circuitBreakers": policies("circuitBreakers"),
  "Resiliency.spec.policies.retries{}.initialInterval": fixedBackoff,
  "Resiliency.spec.policies.retries{}.multiplier": fixedBackoff,
  "Resiliency.spec.policies.retries{}.randomizationFactor": fixedBackoff,
  "Resiliency.spec.policies.retries{}.maxElapsedTime": fixedBackoff,
  "Resiliency.spec.policies.retries{}.backoff": fixedBackoff,
  "Resiliency.spec.policies.retries{}.interval": { remedy: "The pause of the constant policy is named duration." },
  "Resiliency.spec.policies.retries{}.maxAttempts": { remedy: "Write maxRetries: one less than the attempts." },
  "Resiliency.spec.policies.circuitBreakers{}.failureThreshold": {
    remedy: "Write it as an expression, for five in a row: trip: consecutiveFailures >= 5.",
  },
  "Resiliency.spec.policies.circuitBreakers{}.consecutiveFailures": {
    remedy: "Write it as an expression, for five in a row: trip: consecutiveFailures >= 5.",
  },
};

/** What to write instead of a value of the wrong type, where people often write it so. */
export const wrongTypeRemedies: Readonly<Record<string, string>> = {
  "Resiliency.spec.policies.timeouts{}": 'A named timeout is only a span of time: "30s".',
  "Configuration.spec.tracing.samplingRate": 'Put it in quotes: samplingRate: "1".',
  "Subscription.spec.routes": "Write routes.default, and routes.rules as a list.",
};
