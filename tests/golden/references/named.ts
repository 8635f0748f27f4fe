import type { GoldenObject } from "../objects.ts";
import type { Inventory } from "./inventory.ts";

/** Something that is named: kind, name and, of a Secret or ConfigMap, the key. */
export interface Named {
  readonly kind: string;
  readonly name: string;
  readonly key?: string;
  /** @default the namespace of the object */
  readonly namespace?: string | undefined;
  readonly clusterWide?: boolean;
}

const keyOf =
  (kind: string) =>
  (value: any): Named[] => [{ kind, name: value.name, key: value.key }];
const items = (kind: string, name: string, value: any): Named[] => [
  { kind, name },
  ...(value.items ?? []).map(({ key }: { key: string }) => ({ kind, name, key })),
];
const typed = (value: any): Named[] => [{ kind: value.kind, name: value.name, namespace: value.namespace }];
const isClusterWide = (kind: string): boolean => kind.startsWith("Cluster") && kind !== "Cluster";

/**
 * What a field of this name refers to, wherever it stands. A field that is a reference and missing here is found by the
 * test of unknown references.
 */
export const namedBy: Readonly<Record<string, (value: any, object: GoldenObject) => readonly Named[]>> = {
  secretKeyRef: keyOf("Secret"),
  configMapKeyRef: keyOf("ConfigMap"),
  secretRef: ({ name }) => [{ kind: "Secret", name }],
  configMapRef: ({ name }) => [{ kind: "ConfigMap", name }],
  secret: (value) => (typeof value?.secretName === "string" ? items("Secret", value.secretName, value) : []),
  configMap: (value) => (typeof value?.name === "string" ? items("ConfigMap", value.name, value) : []),
  persistentVolumeClaim: ({ claimName }) => [{ kind: "PersistentVolumeClaim", name: claimName }],
  brokerCertChainAndKey: ({ secretName: name, certificate, key }) =>
    [certificate, key].map((part) => ({ kind: "Secret", name, key: part })),
  secretTargetRef: (targets: { name: string; key: string }[]) =>
    targets.map(({ name, key }) => ({ kind: "Secret", name, key })),
  passwordSecret: ({ name }) => ["username", "password"].map((key) => ({ kind: "Secret", name, key })),
  serverTLSSecret: (name: string) => ["tls.crt", "tls.key"].map((key) => ({ kind: "Secret", name, key })),
  serverCASecret: (name: string) => [{ kind: "Secret", name, key: "ca.crt" }],
  barmanObjectName: (name: string) => [{ kind: "ObjectStore", name }],
  serviceAccountName: (name: string) => [{ kind: "ServiceAccount", name }],
  serviceName: (name: string) => (name === "" ? [] : [{ kind: "Service", name }]),
  priorityClassName: (name: string) => [{ kind: "PriorityClass", name, clusterWide: true }],
  scaleTargetRef: (value) => typed({ kind: "Deployment", ...value }),
  roleRef: (value) => [{ ...typed(value)[0]!, clusterWide: isClusterWide(value.kind) }],
  subjects: (subjects: any[]) => subjects.flatMap(typed),
  issuerRef: (value) => [{ ...typed(value)[0]!, clusterWide: isClusterWide(value.kind) }],
  authenticationRef: (value) => typed({ kind: "TriggerAuthentication", ...value }),
  certificateRefs: (references: any[]) => references.flatMap((value) => typed({ kind: "Secret", ...value })),
  parentRefs: (references: any[]) => references.flatMap((value) => typed({ kind: "Gateway", ...value })),
  cluster: (value, { kind }) =>
    ["ScheduledBackup", "Database"].includes(kind) ? [{ kind: "Cluster", name: value.name }] : [],
  resourceNames: (names: string[]) => names.map((name) => ({ kind: "Secret", name })),
  tls: (value) =>
    Array.isArray(value) ? value.flatMap(({ secretName: name }) => (name ? [{ kind: "Secret", name }] : [])) : [],
};

/** Whether what is named is there. */
export const isThere = ({ has }: Inventory, at: string | undefined, named: Named): boolean =>
  has(named.kind, named.clusterWide ? undefined : (named.namespace ?? at), named.name, named.key);
