import type { PreviewStep, StepOp } from "../preview/preview.ts";
import { textAt } from "./read.ts";

/** An object of Kubernetes as it is applied; a release of Helm stands among them as kind `Release`. */
export interface KubeObject {
  readonly kind: string;
  /** Without the version. */
  readonly group: string;
  readonly namespace: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What becomes of an object. */
export interface ObjectChange {
  readonly urn: string;
  readonly op: StepOp;
  readonly before?: KubeObject;
  readonly after?: KubeObject;
  readonly paths: readonly string[];
  readonly kept: PreviewStep["kept"];
}

const release = "kubernetes:helm.sh/v3:Release";

/** The object of a resource's inputs. */
export const toKubeObject = (type: string, fields: Readonly<Record<string, unknown>>): KubeObject => {
  const isRelease = type === release;
  const [group = "", version] = (textAt(fields, "apiVersion") ?? "").split("/");
  return {
    kind: isRelease ? "Release" : (textAt(fields, "kind") ?? type.split(":").at(-1) ?? ""),
    group: isRelease ? "helm.sh" : version === undefined ? "" : group,
    namespace: (isRelease ? textAt(fields, "namespace") : textAt(fields, "metadata", "namespace")) ?? "",
    name: (isRelease ? textAt(fields, "name") : textAt(fields, "metadata", "name")) ?? "",
    fields,
  };
};

/** What a preview does with the objects of Kubernetes; `undefined` for every other resource. */
export const toObjectChange = ({ urn, type, op, before, after, paths, kept }: PreviewStep): ObjectChange | undefined =>
  type.startsWith("kubernetes:") && !type.startsWith("kubernetes:index")
    ? {
        urn,
        op,
        ...(before === undefined ? {} : { before: toKubeObject(type, before) }),
        ...(after === undefined ? {} : { after: toKubeObject(type, after) }),
        paths,
        kept,
      }
    : undefined;

/** `Kind namespace/name`, as people name it. */
export const labelOf = ({ kind, namespace, name }: KubeObject): string =>
  `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

/** What tells an object from every other. */
export const identityOf = (object: KubeObject): string => `${object.group} ${labelOf(object)}`;
