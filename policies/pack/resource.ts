import { at, textOf, unknownValue, type Fields } from "./fields.ts";

/** A resource as the engine shows it to the pack. */
export interface Resource {
  /** The engine's type, such as `kubernetes:apps/v1:Deployment`. */
  readonly type: string;
  readonly urn: string;
  /** Its name in the program. */
  readonly name: string;
  readonly props: Fields;
  /** The engine refuses to delete it. */
  readonly isProtected: boolean;
}

/**
 * What a resource is, whatever the version of its API: `apps/Deployment`, `dapr.io/Component`,
 * `azure-native:keyvault:Vault`; the type itself of other providers.
 */
export const kindOf = (type: string): string =>
  type.replace(/^kubernetes:([^/:]+)\/[^:]+:(\w+?)(Patch)?$/, "$1/$2").replace(/^(azure-native:\w+)\/v\w+:/, "$1:");

/** A namespaced name of Kubernetes' API, or the name of an object of the whole cluster. */
export const objectName = ({ props, name }: Pick<Resource, "props" | "name">): string => {
  const [namespace, own] = [namespaceOf({ props }), textOf(at(props, "metadata", "name")) || textOf(props["name"])];
  return `${namespace === "" ? "" : `${namespace}/`}${own || name}`;
};

/** Stands for a namespace that a preview does not know yet. */
const anyNamespace = "*";

/** The namespace of an object or of a Helm release; empty for others, `*` while it is not known. */
export const namespaceOf = ({ props }: Pick<Resource, "props">): string =>
  [at(props, "metadata", "namespace"), props["namespace"]].includes(unknownValue)
    ? anyNamespace
    : textOf(at(props, "metadata", "namespace")) || textOf(props["namespace"]);

/** Whether two objects are, or may be, of one namespace. */
export const shareNamespace = (one: Pick<Resource, "props">, other: Pick<Resource, "props">): boolean => {
  const [first, second] = [namespaceOf(one), namespaceOf(other)];
  return first === second || first === anyNamespace || second === anyNamespace;
};

/** How messages and exemptions name a resource: `Deployment todo-app/todo-backend`, `keyvault:Vault todo-vault`. */
export const titleOf = (resource: Pick<Resource, "type" | "props" | "name">): string => {
  const kind = kindOf(resource.type);
  return resource.type.startsWith("kubernetes:")
    ? `${kind.split("/").at(-1)} ${objectName(resource)}`
    : `${kind.replace(/^azure-native:/, "").replace(/^digitalocean:.*:/, "digitalocean:")} ${resource.name}`;
};
