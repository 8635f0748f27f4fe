const document = (apiVersion: string, kind: string, name: string, body: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name} }\n${body}\n`;

const indent = (text: string): string =>
  text
    .split("\n")
    .map((line) => (line === "" ? line : `  ${line}`))
    .join("\n");

/** A whole Configuration for an example, from the lines of its spec. */
export const configurationYaml = (spec: string, name = "orders-config"): string =>
  document("dapr.io/v1alpha1", "Configuration", name, `spec:\n${indent(spec)}`);

/** A whole Subscription for an example, from what its spec has besides the topic. */
export const subscriptionYaml = (spec: string): string =>
  document(
    "dapr.io/v2alpha1",
    "Subscription",
    "orders-sub",
    `spec:\n  pubsubname: pubsub\n  topic: orders\n${indent(spec)}\nscopes: [shop]`,
  );

/** A whole Resiliency for an example, from the lines of its policies and targets. */
export const resiliencyYaml = (policies: string, targets: string): string =>
  document(
    "dapr.io/v1alpha1",
    "Resiliency",
    "resilience",
    `spec:\n  policies:\n${indent(indent(policies))}\n  targets:\n${indent(indent(targets))}\nscopes: [shop]`,
  );

/** A whole document of another kind for an example. */
export const daprYaml = (kind: string, name: string, body: string, version = "v1alpha1"): string =>
  document(`dapr.io/${version}`, kind, name, body);

/** A Deployment for an example, from the lines of its pod template's annotations. */
export const deploymentYaml = (annotations: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata:
      labels: { app: shop }
      annotations:
${indent(indent(indent(indent(annotations))))}
    spec:
      containers: [{ name: shop, image: "shop:1.2.0" }]
`;
