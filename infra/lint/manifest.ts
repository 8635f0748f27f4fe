import type { PlainObject } from "../model/dapr/kinds/plain-value.ts";
import type { SourceRange } from "./lint-finding.ts";
import type { LocatedPart } from "./locate.ts";

/** One Kubernetes or Dapr object of a file. */
export interface Manifest {
  readonly file: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Empty when the object does not say. */
  readonly namespace: string;
  readonly value: PlainObject;
  /** Path of the object in its document: empty, or `items[2]` in a List. */
  readonly path: string;
  /** Place of a path below the object, such as `spec.metadata[3].value`; of its parent when nothing stands there. */
  readonly locate: (path: string, part?: LocatedPart) => SourceRange;
}

const daprKinds: readonly string[] = [
  "Component",
  "Configuration",
  "Subscription",
  "Resiliency",
  "HTTPEndpoint",
  "MCPServer",
  "WorkflowAccessPolicy",
];

/** Whether Dapr owns the object, or most likely should: its group may be mistyped. */
export const isDaprManifest = ({ apiVersion, kind }: Manifest): boolean =>
  apiVersion.startsWith("dapr.io/") || (daprKinds.includes(kind) && /^dap/i.test(apiVersion));

/** Whether others may refer to the object. */
export const isReferredTo = ({ kind }: Manifest): boolean =>
  ["Secret", "SealedSecret", "ExternalSecret", "KafkaTopic"].includes(kind);
