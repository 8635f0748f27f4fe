import type { ComponentSpec } from "./dapr/component-spec.ts";
import { component } from "./dapr/define-component.ts";
import { secretKey, type SecretKeyReference } from "./dapr/secret-reference.ts";
import type { Size } from "./units.ts";

/** One etcd server in a StatefulSet, for development: TLS, and clients only with the platform's own certificate. */
export interface PlainEtcdSpec {
  readonly kind: "plain";
  readonly name: string;
  /** The apps' namespace. */
  readonly namespace: string;
  readonly storage: Size;
  /** Most that the data may take; a write beyond it is refused. */
  readonly quota: Size;
  /** Secret (keys `ca.crt`, `tls.crt`, `tls.key`) in the apps' namespace; the platform makes it. */
  readonly secret: string;
}

/** An etcd cluster that somebody else runs. */
export interface ExternalEtcdSpec {
  readonly kind: "external";
  /** `host:port` of each member, or the Secret's key that holds them, separated by commas. */
  readonly endpoints: readonly string[] | SecretKeyReference;
  /** `false` sends everything in plain text and without a name. */
  readonly tls: boolean;
  /** Secret (keys `ca.crt`, `tls.crt`, `tls.key`) in the apps' namespace, made elsewhere; read with TLS only. */
  readonly secret: string;
}

/** The etcd server behind a state store of that type. */
export type EtcdSpec = PlainEtcdSpec | ExternalEtcdSpec;

/** Port of the listener for clients. */
export const etcdPort = 2379;

/** Host name of the platform's own server inside the Kubernetes cluster; the certificate names it. */
export const etcdHost = ({ name, namespace }: PlainEtcdSpec): string => `${name}.${namespace}.svc.cluster.local`;

/** Name in the certificate that the platform's own server lets in; no other certificate of its CA has it. */
export const etcdClient = (etcd: PlainEtcdSpec): string => `client.${etcdHost(etcd)}`;

/** Operations that etcd takes in one transaction (`--max-txn-ops`). */
const maxTxnOps = 128;

const etcdEndpoints = (etcd: EtcdSpec): string | SecretKeyReference => {
  if (etcd.kind === "plain") return `${etcdHost(etcd)}:${etcdPort}`;
  return "secretKeyRef" in etcd.endpoints ? etcd.endpoints : etcd.endpoints.join(",");
};

/**
 * The etcd state store (v2), also the actor store. The component knows no password: who it is says its certificate.
 * Source: components-contrib state/etcd/etcd.go.
 *
 * @example etcdState({ kind: "external", endpoints: ["etcd.example.com:2379"], tls: true, secret: "etcd-client" })
 */
export const etcdState = (etcd: EtcdSpec): ComponentSpec => {
  const { kind, secret } = etcd;
  const endpoints = etcdEndpoints(etcd);
  const metadata = { endpoints, keyPrefixPath: "/dapr", maxTxnOps, actorStateStore: true };
  if (kind === "external" && !etcd.tls) return component("state.etcd/v2", { metadata, initTimeout: "60s" });
  return component("state.etcd/v2", {
    metadata,
    authentication: {
      profile: "tls",
      ca: secretKey(secret, "ca.crt"),
      cert: secretKey(secret, "tls.crt"),
      key: secretKey(secret, "tls.key"),
    },
    initTimeout: "60s",
  });
};
