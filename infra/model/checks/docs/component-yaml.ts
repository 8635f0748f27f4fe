/** A whole Component manifest for an example; the metadata as lines of YAML without indentation. */
export const componentYaml = (
  name: string,
  type: string,
  metadata: readonly string[],
  scopes: readonly string[] = [],
): string =>
  [
    "apiVersion: dapr.io/v1alpha1",
    "kind: Component",
    `metadata: { name: ${name} }`,
    "spec:",
    `  type: ${type.split("/")[0] ?? ""}`,
    `  version: ${type.split("/")[1] ?? ""}`,
    ...(metadata.length === 0 ? ["  metadata: []"] : ["  metadata:", ...metadata.map((line) => `    ${line}`)]),
    ...(scopes.length === 0 ? [] : [`scopes: [${scopes.join(", ")}]`]),
    "",
  ].join("\n");

const quoted = (value: string): string => JSON.stringify(value);

/** A metadata line with a value. */
export const valueLine = (name: string, value: string): string => `- { name: ${name}, value: ${quoted(value)} }`;

/** A metadata line with a reference to a Secret. */
export const secretLine = (name: string, secret: string, key: string): string =>
  `- { name: ${name}, secretKeyRef: { name: ${secret}, key: ${key} } }`;
