import { isObject, objectAt, secret, type Properties, textOf, without } from "../rpc/property-values.ts";

/** Any Kubernetes object. */
export interface ApiObject extends Properties {
  apiVersion: string;
  kind: string;
  metadata: {
    name?: string;
    namespace?: string;
    uid?: string;
    generation?: number;
    annotations?: Record<string, string>;
    [field: string]: unknown;
  };
}

/** The Pulumi id of an object: `namespace/name`, or `name` for a cluster-wide one. */
export function idOf(object: ApiObject): string {
  const { name = "", namespace } = object.metadata;
  return namespace ? `${namespace}/${name}` : name;
}

/** The value of an annotation such as `pulumi.com/skipAwait`. */
export function annotation(object: Properties, name: string): string | undefined {
  const value = objectAt(objectAt(object, "metadata"), "annotations")[name];
  return value === undefined ? undefined : textOf(value);
}

/** What is sent to the apiserver: a Secret's `stringData` becomes `data`, so that removing a key removes it. */
export function manifestOf(object: ApiObject): ApiObject {
  const { stringData, ...rest } = object;
  if (object.kind !== "Secret" || object.apiVersion !== "v1" || !isObject(stringData)) return object;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(textOf(value)).toString("base64"),
  ]);
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(encoded) } };
}

/** What is kept in the state: the live object without its bookkeeping, a Secret's content marked secret. */
export function outputsOf(object: ApiObject): Properties {
  return secretsMarked({ ...object, metadata: without(object.metadata, "managedFields") });
}

/** Marks a Secret's content as secret, whether the program did or not. */
export function secretsMarked(object: ApiObject): Properties {
  if (object.kind !== "Secret" || object.apiVersion !== "v1") return object;
  const content = (["data", "stringData"] as const).filter((field) => isObject(object[field]));
  return { ...object, ...Object.fromEntries(content.map((field) => [field, secret(object[field])])) };
}

/** What a write would change: everything but the bookkeeping that every write touches. */
export function contentOf(object: ApiObject): Properties {
  return { ...object, metadata: without(object.metadata, "managedFields", "resourceVersion", "generation") };
}

/** The inputs that would make an object found in the cluster. */
export function inputsOf(object: ApiObject): Properties {
  const { name, namespace, labels, annotations } = object.metadata;
  return { ...without(object, "status"), metadata: { name, namespace, labels, annotations } };
}
