import type { KubeObject } from "./kube-object.ts";
import { listAt, textAt, textsAt } from "./read.ts";

/** A component as sidecars load it. */
export interface DaprComponent {
  readonly name: string;
  readonly namespace: string;
  /** Such as `state.redis`. */
  readonly type: string;
  readonly version: string;
  /** `undefined`: every app of the namespace. */
  readonly scopes: readonly string[] | undefined;
  /** Fields that have a value; of a secret its place (`secret <name>/<key>`). */
  readonly metadata: ReadonlyMap<string, string>;
  readonly object: KubeObject;
}

const valueOf = (entry: unknown): string => {
  const [name, key] = [textAt(entry, "secretKeyRef", "name"), textAt(entry, "secretKeyRef", "key")];
  if (name !== undefined) return `secret ${name}/${key ?? ""}`;
  const variable = textAt(entry, "envRef");
  return variable === undefined ? (textAt(entry, "value") ?? "") : `variable ${variable}`;
};

/** The component of an object of that kind. */
export const componentOf = (object: KubeObject): DaprComponent[] => {
  if (object.kind !== "Component" || object.group !== "dapr.io") return [];
  const { fields, name, namespace } = object;
  const scopes = textsAt(fields, "scopes");
  return [
    {
      name,
      namespace,
      type: textAt(fields, "spec", "type") ?? "",
      version: textAt(fields, "spec", "version") ?? "v1",
      scopes: scopes.length === 0 ? undefined : scopes,
      metadata: new Map(
        listAt(fields, "spec", "metadata").map((entry) => [textAt(entry, "name") ?? "", valueOf(entry)]),
      ),
      object,
    },
  ];
};

/** What a component is for: `state`, `pubsub`, `bindings` and the like. */
export const blockOf = ({ type }: Pick<DaprComponent, "type">): string => type.split(".")[0] ?? "";

/** Names of the Secrets that a component reads. */
export const secretsOfComponent = ({ metadata }: DaprComponent): string[] => [
  ...new Set([...metadata.values()].flatMap((value) => /^secret ([^/]+)\//.exec(value)?.[1] ?? [])),
];
