import type { GoldenObject } from "../objects.ts";
import { toPods, type Pods } from "./pods.ts";

/** What stands outside of a program and is said to exist: `Kind namespace/name`, a Secret also with `#key`. */
export type Declared = ReadonlySet<string>;

/** Everything that may be referred to. */
export interface Inventory {
  readonly has: (kind: string, namespace: string | undefined, name: string, key?: string) => boolean;
  readonly pods: readonly Pods[];
  readonly components: ReadonlySet<string>;
  readonly apps: ReadonlySet<string>;
  /** Variables of each app's sidecar, as `app variable`. */
  readonly variables: ReadonlySet<string>;
  readonly services: readonly GoldenObject[];
}

const keysOf = ({ data, stringData }: GoldenObject): string[] => Object.keys({ ...data, ...stringData });

/** Variables that annotations give to a sidecar. Source: dapr pkg/injector/annotations, `env` and `env-from-secret`. */
const variablesOf = ({ spec }: GoldenObject): string[] => {
  const annotations = spec?.template?.metadata?.annotations ?? {};
  const listed = ["dapr.io/env", "dapr.io/env-from-secret"].flatMap((key) => (annotations[key] ?? "").split(","));
  return listed.map((item) => `${annotations["dapr.io/app-id"]} ${item.split("=")[0]}`);
};

/** Objects that others make of these. Source: cert-manager Certificate, CloudNativePG services, Strimzi services. */
const madeOf = ({ kind, metadata: { namespace = "default", name }, spec }: GoldenObject): string[] => {
  switch (kind) {
    case "Certificate":
      return ["ca.crt", "tls.crt", "tls.key"].map((key) => `Secret ${namespace}/${spec.secretName}#${key}`);
    case "Cluster":
      return [`Service ${namespace}/${name}-rw`];
    case "Kafka":
      return [`Service ${namespace}/${name}-kafka-bootstrap`];
    default:
      return [];
  }
};

/** What the objects make, and what is declared as existing. */
export const toInventory = (objects: readonly GoldenObject[], declared: Declared): Inventory => {
  const names = new Set(declared);
  for (const object of objects) {
    const place = `${object.kind} ${object.metadata.namespace ?? ""}/${object.metadata.name}`;
    names.add(place);
    for (const key of keysOf(object)) names.add(`${place}#${key}`);
    for (const made of madeOf(object)) {
      names.add(made);
      names.add(made.split("#")[0] ?? "");
    }
  }
  const pods = toPods(objects);
  const annotated = objects.map(({ spec }) => spec?.template?.metadata?.annotations?.["dapr.io/app-id"]);
  return {
    has: (kind, namespace, name, key) => {
      const place = `${kind} ${namespace ?? ""}/${name}`;
      // Of a Secret that is made elsewhere, the keys are known only where they were declared.
      return names.has(key === undefined ? place : `${place}#${key}`) || declared.has(`${place}#*`);
    },
    pods,
    components: new Set(objects.filter(({ kind }) => kind === "Component").map(({ metadata }) => metadata.name)),
    apps: new Set(annotated.filter((app): app is string => app !== undefined)),
    variables: new Set(objects.flatMap(variablesOf)),
    services: objects.filter(({ kind }) => kind === "Service"),
  };
};
