import { isObject, objectAt, secret, type Properties } from "../rpc/property-values.ts";

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
  return value === undefined ? undefined : String(value);
}

/** What is sent to the apiserver: a Secret's `stringData` becomes `data`, so that removing a key removes it. */
export function manifestOf(object: ApiObject): ApiObject {
  const { stringData, ...rest } = object;
  if (object.kind !== "Secret" || object.apiVersion !== "v1" || !isObject(stringData)) return object;
  const encoded = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(String(value)).toString("base64"),
  ]);
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(encoded) } } as ApiObject;
}

/** What is kept in the state: the live object without its bookkeeping, a Secret's content marked secret. */
export function outputsOf(object: ApiObject): Properties {
  const { managedFields: _, ...metadata } = object.metadata;
  return secretsMarked({ ...object, metadata });
}

/** Marks a Secret's content as secret, whether the program did or not. */
export function secretsMarked(object: ApiObject): Properties {
  if (object.kind !== "Secret" || object.apiVersion !== "v1") return object;
  const content = (["data", "stringData"] as const).filter((field) => isObject(object[field]));
  return { ...object, ...Object.fromEntries(content.map((field) => [field, secret(object[field])])) };
}

/** The inputs that would make an object found in the cluster. */
export function inputsOf(object: ApiObject): Properties {
  const { status: _, ...inputs } = object;
  const { name, namespace, labels, annotations } = object.metadata;
  return { ...inputs, metadata: { name, namespace, labels, annotations } };
}
