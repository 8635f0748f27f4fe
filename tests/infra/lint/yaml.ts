/** A component in as few lines as possible; line 5 is `spec`. */
export const componentYaml = (name: string, type: string, metadata: Record<string, string> = {}, tail = ""): string => {
  const items = Object.entries(metadata).map(
    ([key, value]) => `    - { name: ${key}, value: ${JSON.stringify(value)} }`,
  );
  const list = items.length === 0 ? " []" : `\n${items.join("\n")}`;
  return `apiVersion: dapr.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: ${type}
  version: v1
  metadata:${list}
${tail}`;
};

/** A Deployment with a sidecar. */
export const deploymentYaml = (name: string, appId = name, annotations: Record<string, string> = {}): string => {
  const all = { "dapr.io/enabled": "true", "dapr.io/app-id": appId, ...annotations };
  const lines = Object.entries(all).map(([key, value]) => `        ${key}: ${JSON.stringify(value)}`);
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  template:
    metadata:
      annotations:
${lines.join("\n")}
    spec:
      containers:
        - { name: app, image: "${name}:1.0.0" }
`;
};

/** A Subscription; line 6 is the name of its pubsub. */
export const subscriptionYaml = (pubsub: string, topic = "task-events", scopes: readonly string[] = []): string =>
  `apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata:
  name: sub-${topic}
spec:
  pubsubname: ${pubsub}
  topic: ${topic}
  routes: { default: /events }
${scopes.length === 0 ? "" : `scopes: ${JSON.stringify(scopes)}\n`}`;

/** A Secret with random values under the keys. */
export const secretYaml = (name: string, ...keys: readonly string[]): string =>
  `apiVersion: v1
kind: Secret
metadata:
  name: ${name}
stringData: { ${keys.map((key) => `${key}: "<random>"`).join(", ")} }
`;

/** Documents of one file. */
export const documents = (...texts: readonly string[]): string => texts.join("---\n");
