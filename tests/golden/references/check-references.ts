import type { GoldenObject } from "../objects.ts";
import { brokenAnnotations, brokenDaprObject, type Broken } from "./dapr.ts";
import { toInventory, type Declared, type Inventory } from "./inventory.ts";
import { isThere, namedBy, type Named } from "./named.ts";
import { brokenTraffic } from "./traffic.ts";

interface Field {
  readonly path: string;
  readonly key: string;
  readonly value: any;
}

/** Every field of an object, at any depth, with its path. */
export const fieldsOf = (value: unknown, path = ""): Field[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsOf(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return [{ path: at, key, value: member }, ...fieldsOf(member, at)];
  });
};

const meaning = ({ kind, name, key }: Named): string => `${kind} ${name}${key === undefined ? "" : `#${key}`}`;

const brokenNames = (object: GoldenObject, inventory: Inventory): Broken[] =>
  fieldsOf(object).flatMap(({ path, key, value }) =>
    (Object.hasOwn(namedBy, key) ? (namedBy[key]?.(value, object) ?? []) : [])
      .filter((named) => !isThere(inventory, object.metadata.namespace, named))
      .map((named): Broken => [path, meaning(named)]),
  );

/** Mounts name volumes of their pod, probes ports of their container. */
const brokenInsidePod = ({ spec }: GoldenObject): Broken[] => {
  const pod = spec?.template?.spec;
  if (pod?.containers === undefined) return [];
  const claims = (spec.volumeClaimTemplates ?? []).map(({ metadata }: any) => metadata.name);
  const volumes = new Set<string>([...(pod.volumes ?? []).map(({ name }: any) => name), ...claims]);
  return [...pod.containers, ...(pod.initContainers ?? [])].flatMap((container: any): Broken[] => {
    const ports = (container.ports ?? []).flatMap(({ name, containerPort }: any) => [name, containerPort]);
    const probed = ["livenessProbe", "readinessProbe", "startupProbe"].flatMap((probe) => {
      const port = container[probe]?.httpGet?.port ?? container[probe]?.tcpSocket?.port;
      return port === undefined ? [] : [[`${container.name}.${probe}`, port] as const];
    });
    return [
      ...(container.volumeMounts ?? [])
        .filter(({ name }: any) => !volumes.has(name))
        .map(({ name }: any): Broken => [`${container.name}.volumeMounts`, `volume ${name}`]),
      ...probed.filter(([, port]) => !ports.includes(port)).map(([path, port]): Broken => [path, `port ${port}`]),
    ];
  });
};

/** Objects of an operator belong to a cluster by a label. */
const brokenOwner = ({ apiVersion, metadata }: GoldenObject, { has }: Inventory): Broken[] => {
  const cluster = metadata.labels?.["strimzi.io/cluster"];
  if (!apiVersion.startsWith("kafka.strimzi.io/") || cluster === undefined) return [];
  return has("Kafka", metadata.namespace, cluster) ? [] : [["metadata.labels", `Kafka ${cluster}`]];
};

const brokenNamespace = ({ metadata: { namespace } }: GoldenObject, { has }: Inventory): Broken[] =>
  namespace === undefined || has("Namespace", undefined, namespace)
    ? []
    : [["metadata.namespace", `Namespace ${namespace}`]];

/** Every reference of the objects that leads neither to one of them nor to what is declared: `object: path -> meaning`. */
export const brokenReferences = (objects: readonly GoldenObject[], declared: Declared = new Set()): string[] => {
  const inventory = toInventory(objects, declared);
  const checks = [
    brokenNames,
    brokenInsidePod,
    brokenOwner,
    brokenNamespace,
    brokenAnnotations,
    brokenDaprObject,
    brokenTraffic,
  ];
  return objects
    .filter(({ kind }) => kind !== "CustomResourceDefinition" && kind !== "Release")
    .flatMap((object) =>
      checks
        .flatMap((check) => check(object, inventory))
        .map(([path, what]) => `${object.kind} ${object.metadata.name}: ${path} -> ${what}`),
    );
};
