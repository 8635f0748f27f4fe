/** The three sorts of policies, by their field below `spec.policies`. */
export const policySorts = { timeouts: "Timeout", retries: "Retry", circuitBreakers: "CircuitBreaker" } as const;

/** A field below `spec.policies`. */
export type PolicySort = keyof typeof policySorts;

const componentTypes = [
  ...["Binding", "Configuration", "Lock", "Pubsub", "Crypto", "Conversation", "Secretstore", "Statestore"],
];
const directions = ["Inbound", "Outbound"];

/** What a default policy may hold for. Source: dapr pkg/resiliency/resiliency.go, getPolicyLevels. */
const levels = [
  ...["", "App", "Actor", "Component"],
  ...directions.map((direction) => `Component${direction}`),
  ...componentTypes.flatMap((type) => directions.map((direction) => `${type}Component${direction}`)),
];

/** Retries of daprd itself that a Resiliency may replace. Source: dapr pkg/resiliency/resiliency.go. */
export const builtInRetries = [
  "DaprBuiltInServiceRetries",
  "DaprBuiltInActorRetries",
  "DaprBuiltInActorReminderRetries",
  "DaprBuiltInInitializationRetries",
];

/** The one that daprd keeps whatever a Resiliency says. */
export const protectedRetry = "DaprBuiltInActorNotFoundRetries";

/** The names that hold without being targeted. */
export const reservedNames = (sort: PolicySort): string[] => [
  ...levels.map((level) => `Default${level}${policySorts[sort]}Policy`),
  ...(sort === "retries" ? [...builtInRetries, protectedRetry] : []),
];
