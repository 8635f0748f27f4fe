import { checksum } from "./checksum.ts";
import type { SecretKeyReference } from "./dapr/secret-reference.ts";
import type { ObjectMetadata } from "./object-metadata.ts";

/** An object as the API server takes it. */
export interface PlainManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [field: string]: unknown;
}

/** Annotation of pods that changes with their configuration, so that they start anew with it. */
export const configAnnotation = (config: string) => ({ "todo-platform.io/config": checksum(config, 16) });

/** Labels of the pods of a part that watches the platform. */
export const partLabels = (name: string) => ({ "app.kubernetes.io/name": name });

/** A configuration file in a ConfigMap. YAML takes JSON. */
export const toConfigMap = (name: string, namespace: string, file: string, config: unknown): PlainManifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace },
  data: { [file]: JSON.stringify(config, undefined, 1) },
});

/** A Service of a part; with a NodePort one of its ports is reachable through the node. */
export const toService = (
  name: string,
  namespace: string,
  ports: Readonly<Record<string, number>>,
  open?: { readonly port: string; readonly nodePort: number },
): PlainManifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, namespace, annotations: { "pulumi.com/skipAwait": "true" } },
  spec: {
    type: open === undefined ? "ClusterIP" : "NodePort",
    selector: partLabels(name),
    ports: Object.entries(ports).map(([port, number]) => ({
      name: port,
      port: number,
      ...(open?.port === port ? { nodePort: open.nodePort } : {}),
    })),
  },
});

/** Lets everybody in the cluster at ports of a part, in a namespace that lets nobody in otherwise. */
export const toClientsPolicy = (name: string, namespace: string, ports: readonly number[]): PlainManifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: `${name}-clients`, namespace },
  spec: {
    podSelector: { matchLabels: partLabels(name) },
    ingress: [{ ports: ports.map((port) => ({ port })) }],
  },
});

/** A container's environment out of Secrets; nothing where there are none. */
export const secretEnvironment = (secrets: readonly { name: string; reference: SecretKeyReference }[]) =>
  secrets.length === 0 ? {} : { env: secrets.map(({ name, reference }) => ({ name, valueFrom: reference })) };

/** What every pod of a part says of its safety; `user` is the image's own, never root. */
export const restrictedPod = (user: number) => ({
  runAsNonRoot: true,
  runAsUser: user,
  runAsGroup: user,
  fsGroup: user,
  fsGroupChangePolicy: "OnRootMismatch",
  seccompProfile: { type: "RuntimeDefault" },
});

/** The same of each container. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};
